/// Two runs side by side: what got better, what got worse, for whom, and whether it is noise.
@NullMarked
package dev.assay.compare;

import org.jspecify.annotations.NullMarked;
