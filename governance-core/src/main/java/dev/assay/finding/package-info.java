/// Policies turn facts into three-valued findings.
@NullMarked
package dev.assay.finding;

import org.jspecify.annotations.NullMarked;
