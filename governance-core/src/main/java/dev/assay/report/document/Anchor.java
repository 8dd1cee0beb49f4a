package dev.assay.report.document;

import dev.assay.common.Digest;
import java.nio.charset.StandardCharsets;

/// A place in the document that can be referred to. Only lower-case letters, digits and hyphens.
///
/// @param id unique in the document
public record Anchor(String id) {

  private static final int LONGEST = 48;

  /// Refuses anything that would need escaping.
  public Anchor {
    if (!id.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("not an anchor: " + id);
    }
  }

  /// The anchor of a named thing; names that are not plain get a digest, so that two names never
  /// share an anchor.
  ///
  /// @param kind what sort of thing, lower-case letters
  /// @param name any text
  public static Anchor of(String kind, String name) {
    if (name.length() <= LONGEST && name.matches("[a-z0-9]+(_[a-z0-9]+)*")) {
      return new Anchor(kind + "-" + name.replace('_', '-'));
    }
    String digest = Digest.of(name.getBytes(StandardCharsets.UTF_8)).brief();
    return new Anchor(kind + "-x" + digest);
  }
}
