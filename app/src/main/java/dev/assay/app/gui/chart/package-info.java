/// Charts of the core in the window: looks, tooltips, export.
@NullMarked
package dev.assay.app.gui.chart;

import org.jspecify.annotations.NullMarked;
