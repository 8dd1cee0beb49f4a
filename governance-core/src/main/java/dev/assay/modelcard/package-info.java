/// Model cards filled from an audit.
@NullMarked
package dev.assay.modelcard;

import org.jspecify.annotations.NullMarked;
