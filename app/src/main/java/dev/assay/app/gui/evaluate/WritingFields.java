package dev.assay.app.gui.evaluate;

import dev.assay.inference.TextAsk.Decoding;
import java.util.List;

/// How texts are written, as it is typed: what is wrong with a field in one sentence, and the
/// decoding that all of them stand for.
public final class WritingFields {

  private static final String WHOLE = "\\d{1,6}";
  private static final String DECIMAL = "\\d{1,4}(\\.\\d{1,9})?|\\.\\d{1,9}";

  private WritingFields() {}

  /// What is wrong with the most new tokens; empty = nothing.
  public static String tokensFault(String typed) {
    String text = typed.strip();
    return text.matches(WHOLE) && Integer.parseInt(text) > 0 ? "" : "New tokens: 1 or more.";
  }

  /// What is wrong with a temperature at which tokens are drawn; empty = nothing.
  public static String temperatureFault(String typed) {
    String text = typed.strip();
    return text.matches(DECIMAL) && Double.parseDouble(text) > 0 ? "" : "Temperature: above 0.";
  }

  /// What is wrong with top-k; empty = nothing.
  public static String topKFault(String typed) {
    String text = typed.strip();
    return text.isEmpty() || text.matches(WHOLE) ? "" : "Top-k: a whole number, or empty.";
  }

  /// What is wrong with top-p; empty = nothing.
  public static String topPFault(String typed) {
    String text = typed.strip();
    boolean share =
        text.matches(DECIMAL) && Double.parseDouble(text) > 0 && Double.parseDouble(text) <= 1;
    return text.isEmpty() || share ? "" : "Top-p: above 0, at most 1, or empty.";
  }

  /// What is wrong with a seed; empty = nothing.
  public static String seedFault(String typed) {
    return typed.strip().matches("\\d{1,9}") ? "" : "Seed: a whole number.";
  }

  /// What fields without faults stand for.
  ///
  /// @param temperature empty = the likeliest token is taken
  public static Decoding decoding(
      String tokens, String temperature, String topK, String topP, List<String> stops, long seed) {
    boolean drawn = !temperature.isBlank();
    return new Decoding(
        Integer.parseInt(tokens.strip()),
        drawn ? Double.parseDouble(temperature.strip()) : 0,
        drawn && !topK.isBlank() ? Integer.parseInt(topK.strip()) : 0,
        drawn && !topP.isBlank() ? Double.parseDouble(topP.strip()) : 1,
        stops,
        seed);
  }

  /// The words that ask for it on the command line; what is usual is not said.
  public static void words(List<String> words, Decoding decoding) {
    Decoding usual = Decoding.GREEDY;
    if (decoding.maxNewTokens() != usual.maxNewTokens()) {
      words.addAll(List.of("--max-new-tokens", String.valueOf(decoding.maxNewTokens())));
    }
    if (decoding.isSampled()) {
      words.addAll(List.of("--temperature", String.valueOf(decoding.temperature())));
    }
    if (decoding.topK() > 0) {
      words.addAll(List.of("--top-k", String.valueOf(decoding.topK())));
    }
    if (decoding.topP() < 1) {
      words.addAll(List.of("--top-p", String.valueOf(decoding.topP())));
    }
    decoding.stops().forEach(stop -> words.addAll(List.of("--stop", stop.replace("\n", "\\n"))));
  }
}
