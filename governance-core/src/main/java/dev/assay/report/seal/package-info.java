/// Signatures within PDFs (PAdES): made with a person's key, and read.
@NullMarked
package dev.assay.report.seal;

import org.jspecify.annotations.NullMarked;
