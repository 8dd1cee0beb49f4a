/// Words every room shares: digests, errors a user can act on, canonical JSON, files written whole
/// or not at all.
@NullMarked
package dev.assay.common;

import org.jspecify.annotations.NullMarked;
