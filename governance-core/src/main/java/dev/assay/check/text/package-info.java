/// What a text is like, told from the text alone.
@NullMarked
package dev.assay.check.text;

import org.jspecify.annotations.NullMarked;
