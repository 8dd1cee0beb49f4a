package dev.assay.report.writer;

import dev.assay.chart.Theme;
import dev.assay.chart.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Our style sheets, with colours from the tokens.
final class Style {

  private static final String FOLDER = "/dev/assay/resources/report/";

  private Style() {}

  /// A style sheet as it lies in the resources.
  static String sheet(String name) {
    try (InputStream in = Style.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Custom properties of light and dark.
  static String properties() {
    return ":root{color-scheme:light dark;"
        + properties(Theme.LIGHT)
        + "}@media screen and (prefers-color-scheme:dark){:root{"
        + properties(Theme.DARK)
        + "}}";
  }

  /// The style sheet with custom properties replaced by a theme's colours, for readers that know
  /// none.
  static String resolved(String sheet, Theme theme) {
    String resolved = sheet;
    for (Token token : Token.values()) {
      resolved = resolved.replace("var(--" + token.cssName() + ")", token.hex(theme));
    }
    return resolved;
  }

  private static String properties(Theme theme) {
    return Arrays.stream(Token.values())
        .map(t -> "--" + t.cssName() + ":" + t.hex(theme))
        .collect(Collectors.joining(";"));
  }
}
