/// Tests of the room.
@NullMarked
package dev.assay.dataset.profile;

import org.jspecify.annotations.NullMarked;
