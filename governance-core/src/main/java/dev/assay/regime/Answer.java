package dev.assay.regime;

import java.time.Instant;
import java.util.List;

/// What a person answered to the question of a clause, with the documents that show it.
///
/// @param clause id of the clause
/// @param text the answer
/// @param documents what shows it; may be empty
/// @param by who answered
/// @param at when, UTC
public record Answer(String clause, String text, List<Document> documents, String by, Instant at) {

  /// Copies.
  public Answer {
    documents = List.copyOf(documents);
  }

  /// A file that was handed in, by its digest.
  ///
  /// @param name of the file
  /// @param sha256 of its bytes, in hexadecimal
  /// @param bytes its length
  public record Document(String name, String sha256, long bytes) {}
}
