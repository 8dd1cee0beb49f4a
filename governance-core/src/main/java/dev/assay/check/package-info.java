/// Checks: evidence in, result out. Facts, never verdicts.
@NullMarked
package dev.assay.check;

import org.jspecify.annotations.NullMarked;
