/// Tests that keep the walls of the house where they stand.
@NullMarked
package dev.assay.house;

import org.jspecify.annotations.NullMarked;
