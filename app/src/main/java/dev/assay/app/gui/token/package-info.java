/// Tokens of texts with how likely a model finds them.
@NullMarked
package dev.assay.app.gui.token;

import org.jspecify.annotations.NullMarked;
