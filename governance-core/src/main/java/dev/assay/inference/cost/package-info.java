/// What running a model takes on the machine that it was measured on: time, memory, room, energy.
@NullMarked
package dev.assay.inference.cost;

import org.jspecify.annotations.NullMarked;
