/// What a masked language model is found to think when words are hidden from it.
@NullMarked
package dev.assay.explain.masked;

import org.jspecify.annotations.NullMarked;
