/// The document tree: what a report says, without how it looks. Texts cannot hold markup or
/// invisible characters, whatever files they come from.
@NullMarked
package dev.assay.report.document;

import org.jspecify.annotations.NullMarked;
