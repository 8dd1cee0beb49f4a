/// What the columns of an undescribed dataset are probably for, with the reason in words; unsure
/// guesses say so.
@NullMarked
package dev.assay.dataset.guess;

import org.jspecify.annotations.NullMarked;
