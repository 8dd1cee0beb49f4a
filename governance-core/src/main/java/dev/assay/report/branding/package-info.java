/// How an organisation wants its documents to look, read from what it hands in.
@NullMarked
package dev.assay.report.branding;

import org.jspecify.annotations.NullMarked;
