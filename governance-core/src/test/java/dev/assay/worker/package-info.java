/// Children that crash, hang and lie, and what their parent makes of it.
@NullMarked
package dev.assay.worker;

import org.jspecify.annotations.NullMarked;
