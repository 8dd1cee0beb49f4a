package dev.assay.source;

/// What a path holds, told from its first bytes and its name, without parsing.
public enum SourceKind {
  /// An ONNX protobuf.
  ONNX,
  /// A folder in the layout of a Hugging Face export.
  TRANSFORMER_FOLDER,
  /// A zip of such a folder.
  TRANSFORMER_ARCHIVE,
  /// Separated values.
  CSV,
  /// Apache Parquet.
  PARQUET,
  /// One JSON object a line.
  JSON_LINES,
  /// A folder of images.
  IMAGE_FOLDER,
  /// A `*.dataset.json`.
  DATASET_DESCRIPTOR,
  /// A `*.model.json`.
  MODEL_DESCRIPTOR
}
