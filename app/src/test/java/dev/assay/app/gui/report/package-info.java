@NullMarked
package dev.assay.app.gui.report;

import org.jspecify.annotations.NullMarked;
