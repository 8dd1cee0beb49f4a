/// Tests of the room `source`.
@NullMarked
package dev.assay.source;

import org.jspecify.annotations.NullMarked;
