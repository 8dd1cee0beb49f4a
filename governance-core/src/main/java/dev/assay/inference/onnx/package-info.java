/// Runs models with ONNX Runtime: the only room that sees `ai.onnxruntime`. Loaded in the worker
/// process only.
@NullMarked
package dev.assay.inference.onnx;

import org.jspecify.annotations.NullMarked;
