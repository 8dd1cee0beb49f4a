/// Turns texts into tokens with the tokenizers that the models were trained with: the only room
/// that sees `ai.djl`. Loaded in the worker process only.
@NullMarked
package dev.assay.inference.tokenize;

import org.jspecify.annotations.NullMarked;
