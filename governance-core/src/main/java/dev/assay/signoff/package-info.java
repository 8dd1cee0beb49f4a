/// An audit on its way from draft to approval: who may take which step, with which key.
@NullMarked
package dev.assay.signoff;

import org.jspecify.annotations.NullMarked;
