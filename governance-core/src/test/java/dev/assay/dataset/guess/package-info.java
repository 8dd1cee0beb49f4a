/// Tests of the room.
@NullMarked
package dev.assay.dataset.guess;

import org.jspecify.annotations.NullMarked;
