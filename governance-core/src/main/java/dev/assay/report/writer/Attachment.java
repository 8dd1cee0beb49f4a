package dev.assay.report.writer;

/// A file within a PDF: the data that a document was written from.
///
/// @param name of the file
/// @param mediaType "application/json"
/// @param description one sentence
/// @param bytes its content
public record Attachment(String name, String mediaType, String description, byte[] bytes) {

  /// Copies.
  public Attachment {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
