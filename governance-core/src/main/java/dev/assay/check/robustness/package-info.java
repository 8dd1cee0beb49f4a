/// Does a model of images hold when images get worse?
@NullMarked
package dev.assay.check.robustness;

import org.jspecify.annotations.NullMarked;
