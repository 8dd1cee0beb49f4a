/// Writers of the document tree: HTML, PDF, Markdown. None of them knows what an audit is.
@NullMarked
package dev.assay.report.writer;

import org.jspecify.annotations.NullMarked;
