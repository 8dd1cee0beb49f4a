/// The picture of a model's graph.
@NullMarked
package dev.assay.app.gui.model.graph;

import org.jspecify.annotations.NullMarked;
