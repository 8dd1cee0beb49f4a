/// An ONNX artefact read without running it: signature, operators, metadata, pre-scan, binding to
/// columns.
@NullMarked
package dev.assay.model;

import org.jspecify.annotations.NullMarked;
