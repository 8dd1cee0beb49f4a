/// What metrics and words mean.
@NullMarked
package dev.assay.app.gui.glossary;

import org.jspecify.annotations.NullMarked;
