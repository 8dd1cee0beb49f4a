/// Tests of the room.
@NullMarked
package dev.assay.dataset.table;

import org.jspecify.annotations.NullMarked;
