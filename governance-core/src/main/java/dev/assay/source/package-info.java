/// Where bytes come from: recognition, fingerprints, size limits, before anything parses them.
@NullMarked
package dev.assay.source;

import org.jspecify.annotations.NullMarked;
