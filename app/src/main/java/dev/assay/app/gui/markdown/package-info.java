/// Markdown as nodes.
@NullMarked
package dev.assay.app.gui.markdown;

import org.jspecify.annotations.NullMarked;
