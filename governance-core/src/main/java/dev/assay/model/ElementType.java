package dev.assay.model;

/// Element types of ONNX tensors that Assay knows. See onnx.proto3 `TensorProto.DataType`.
public enum ElementType {
  FLOAT,
  DOUBLE,
  FLOAT16,
  BFLOAT16,
  INT8,
  UINT8,
  INT16,
  UINT16,
  INT32,
  UINT32,
  INT64,
  UINT64,
  BOOL,
  STRING,
  COMPLEX64,
  COMPLEX128,
  OTHER
}
