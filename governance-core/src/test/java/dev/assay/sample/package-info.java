/// Makes the bundled sample: data with planted faults, two models trained on it. Seeded; the same
/// bytes each time.
@NullMarked
package dev.assay.sample;

import org.jspecify.annotations.NullMarked;
