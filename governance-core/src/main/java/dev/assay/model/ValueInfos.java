package dev.assay.model;

import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/// Types of inputs and outputs as Assay says them.
final class ValueInfos {

  private ValueInfos() {}

  static ValueInfo of(ValueInfoProto value) {
    TypeProto type = value.getType();
    return switch (type.getValueCase()) {
      case TENSOR_TYPE ->
          new ValueInfo(
              value.getName(),
              ValueInfo.Form.TENSOR,
              element(type.getTensorType().getElemType()),
              shape(type.getTensorType().getShape()));
      case SPARSE_TENSOR_TYPE ->
          new ValueInfo(
              value.getName(),
              ValueInfo.Form.SPARSE_TENSOR,
              element(type.getSparseTensorType().getElemType()),
              shape(type.getSparseTensorType().getShape()));
      case SEQUENCE_TYPE -> sequence(value.getName(), type.getSequenceType().getElemType());
      case MAP_TYPE ->
          new ValueInfo(
              value.getName(), ValueInfo.Form.MAP, mapValue(type.getMapType()), List.of());
      case OPTIONAL_TYPE ->
          new ValueInfo(value.getName(), ValueInfo.Form.OPTIONAL, ElementType.OTHER, List.of());
      case OPAQUE_TYPE, VALUE_NOT_SET ->
          new ValueInfo(value.getName(), ValueInfo.Form.TENSOR, ElementType.OTHER, List.of());
    };
  }

  private static ValueInfo sequence(String name, TypeProto inner) {
    return switch (inner.getValueCase()) {
      case MAP_TYPE ->
          new ValueInfo(
              name, ValueInfo.Form.SEQUENCE_OF_MAPS, mapValue(inner.getMapType()), List.of());
      case TENSOR_TYPE ->
          new ValueInfo(
              name,
              ValueInfo.Form.SEQUENCE,
              element(inner.getTensorType().getElemType()),
              List.of());
      case SEQUENCE_TYPE, OPTIONAL_TYPE, SPARSE_TENSOR_TYPE, OPAQUE_TYPE, VALUE_NOT_SET ->
          new ValueInfo(name, ValueInfo.Form.SEQUENCE, ElementType.OTHER, List.of());
    };
  }

  private static ElementType mapValue(TypeProto.Map map) {
    return element(map.getValueType().getTensorType().getElemType());
  }

  private static List<Long> shape(TensorShapeProto shape) {
    return shape.getDimList().stream().map(d -> d.hasDimValue() ? d.getDimValue() : -1L).toList();
  }

  /// See onnx.proto3, `TensorProto.DataType`.
  static ElementType element(int code) {
    return switch (code) {
      case 1 -> ElementType.FLOAT;
      case 2 -> ElementType.UINT8;
      case 3 -> ElementType.INT8;
      case 4 -> ElementType.UINT16;
      case 5 -> ElementType.INT16;
      case 6 -> ElementType.INT32;
      case 7 -> ElementType.INT64;
      case 8 -> ElementType.STRING;
      case 9 -> ElementType.BOOL;
      case 10 -> ElementType.FLOAT16;
      case 11 -> ElementType.DOUBLE;
      case 12 -> ElementType.UINT32;
      case 13 -> ElementType.UINT64;
      case 14 -> ElementType.COMPLEX64;
      case 15 -> ElementType.COMPLEX128;
      case 16 -> ElementType.BFLOAT16;
      default -> ElementType.OTHER;
    };
  }
}
