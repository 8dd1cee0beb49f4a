/// Models.
@NullMarked
package dev.assay.app.gui.model;

import org.jspecify.annotations.NullMarked;
