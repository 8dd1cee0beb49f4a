/// An audit: what was judged, by whom, on which evidence.
@NullMarked
package dev.assay.audit;

import org.jspecify.annotations.NullMarked;
