package dev.assay.modelcard.exchange;

import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the cards of suppliers, whatever format they are in. Cards come from strangers: sizes,
/// nesting and what YAML offers beyond texts are limited.
public final class SuppliedCards {

  /// The largest card, bytes.
  public static final int MOST_BYTES = 4 << 20;

  private SuppliedCards() {}

  /// Reads a card and says by itself which format it is in.
  ///
  /// @param fileName name of the file, for refusals and for saying where words come from
  /// @throws InputRejected when it is no card that can be read
  public static SuppliedCard read(byte[] bytes, String fileName) {
    if (bytes.length > MOST_BYTES) {
      throw refused(
          "CARD-TOO-LARGE",
          fileName,
          "has "
              + Rounded.bytes(bytes.length)
              + ", more than the "
              + Rounded.bytes(MOST_BYTES)
              + " that a card may have",
          null);
    }
    String text = text(bytes, fileName);
    return text.stripLeading().startsWith("{")
        ? json(text, fileName, bytes)
        : HuggingFaceReader.read(text, fileName, bytes);
  }

  private static SuppliedCard json(String text, String fileName, byte[] bytes) {
    JsonNode root;
    try {
      root = Json.mapper().readTree(text);
    } catch (JacksonException e) {
      String where = e.getLocation() == null ? "" : " in its line " + e.getLocation().getLineNr();
      throw refused("CARD-JSON", fileName, "is no well-formed JSON" + where, e);
    }
    if (root.has("bomFormat")) {
      return CycloneDxReader.read(root, fileName, bytes);
    }
    if (root.has("@context") || root.has("@graph")) {
      return SpdxReader.read(root, fileName, bytes);
    }
    if (root.has("model_details") || root.has("schema_version")) {
      return GoogleReader.read(root, fileName, bytes);
    }
    throw refused(
        "CARD-FORMAT",
        fileName,
        "is JSON, but neither CycloneDX nor SPDX 3.0 nor of Google's Model Card Toolkit",
        null);
  }

  private static String text(byte[] bytes, String fileName) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.isBlank()) {
        throw refused("CARD-FORMAT", fileName, "is empty", null);
      }
      if (text.indexOf('\0') >= 0) {
        throw refused("CARD-FORMAT", fileName, "is no text", null);
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refused("CARD-FORMAT", fileName, "is no text in UTF-8", e);
    }
  }

  private static InputRejected refused(
      String code, String fileName, String why, @Nullable Throwable cause) {
    return new InputRejected(
        code,
        "The card '" + Visible.of(fileName, 80) + "' " + why + ".",
        "Give a README.md of Hugging Face, or a card in CycloneDX, SPDX 3.0 or Google's format.",
        cause);
  }
}
