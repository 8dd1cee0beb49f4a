/// What makes workers start faster, kept between runs: unpacked native libraries, and an archive of
/// loaded classes. Nothing depends on it: absent, stale or unwritable, workers start without.
@NullMarked
package dev.assay.worker.cache;

import org.jspecify.annotations.NullMarked;
