/// Signatures of models in the format of OpenSSF Model Signing: a Sigstore bundle over an in-toto
/// statement that names every file of a model by digest.
@NullMarked
package dev.assay.signoff.model;

import org.jspecify.annotations.NullMarked;
