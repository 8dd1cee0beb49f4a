/// Images: decoding untrusted bytes (in the worker only) and bringing them to a model's size.
@NullMarked
package dev.assay.inference.image;

import org.jspecify.annotations.NullMarked;
