/// Tests of regimes in the window.
@org.jspecify.annotations.NullMarked
package dev.assay.app.gui.regime;
