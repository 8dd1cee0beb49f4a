/// The graph of a model as a picture: layout, viewport, search and drawing without the toolkit, and
/// the panes that show it.
@NullMarked
package dev.assay.app.gui.model.graph;

import org.jspecify.annotations.NullMarked;
