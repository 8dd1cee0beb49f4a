/// Where audits live: one small interface an aggregate.
@NullMarked
package dev.assay.store;

import org.jspecify.annotations.NullMarked;
