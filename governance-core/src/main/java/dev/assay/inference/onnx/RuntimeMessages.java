package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import dev.assay.common.Visible;
import java.util.regex.Pattern;

/// ONNX Runtime's messages without the source paths of the machine that built it.
final class RuntimeMessages {

  private static final int LIMIT = 240;
  private static final Pattern PREFIX = Pattern.compile("^Error code - \\w+ - message: ");
  private static final Pattern PLACE =
      Pattern.compile("/onnxruntime_src/\\S+ (?:[^\"]{0,400}?\\) (?:const )?)?");

  private RuntimeMessages() {}

  static String of(OrtException failed) {
    String text = String.valueOf(failed.getMessage());
    text = PREFIX.matcher(text).replaceFirst("");
    text = PLACE.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    text = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return text.isEmpty() ? "no reason was given" : Visible.of(text, LIMIT);
  }
}
