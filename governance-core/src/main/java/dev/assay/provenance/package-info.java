/// What produced a number: digests, versions, device, seed, time, actor.
@NullMarked
package dev.assay.provenance;

import org.jspecify.annotations.NullMarked;
