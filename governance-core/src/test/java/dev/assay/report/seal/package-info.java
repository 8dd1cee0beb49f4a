@NullMarked
package dev.assay.report.seal;

import org.jspecify.annotations.NullMarked;
