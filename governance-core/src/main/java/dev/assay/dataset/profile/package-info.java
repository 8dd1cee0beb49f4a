/// What columns hold, exactly and within bounded memory: moments, quantiles, distinct and frequent
/// values.
@NullMarked
package dev.assay.dataset.profile;

import org.jspecify.annotations.NullMarked;
