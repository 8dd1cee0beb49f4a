package dev.assay.report.writer;

import dev.assay.chart.Theme;
import dev.assay.chart.Token;
import dev.assay.report.branding.Contrast;
import dev.assay.report.document.Branding;
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

  /// Custom properties of light and dark, with the colour of a branding where it can be read.
  static String properties(Branding branding) {
    return ":root{color-scheme:light dark;"
        + properties(Theme.LIGHT, branding)
        + "}@media screen and (prefers-color-scheme:dark){:root{"
        + properties(Theme.DARK, branding)
        + "}}";
  }

  /// The style sheet with custom properties replaced by a theme's colours, for readers that know
  /// none.
  static String resolved(String sheet, Theme theme, Branding branding) {
    String resolved = sheet;
    for (Token token : Token.values()) {
      resolved = resolved.replace("var(--" + token.cssName() + ")", colour(token, theme, branding));
    }
    return resolved;
  }

  /// A branding was checked against white; on a dark ground it may not be seen.
  private static String colour(Token token, Theme theme, Branding branding) {
    String accent = branding.accent();
    if (token != Token.ACCENT || accent == null) {
      return token.hex(theme);
    }
    double contrast = Contrast.of(rgb(accent), rgb(Token.PANEL.hex(theme)));
    return contrast < Contrast.LEAST ? token.hex(theme) : accent;
  }

  private static int rgb(String hex) {
    return Integer.parseInt(hex.substring(1), 16);
  }

  private static String properties(Theme theme, Branding branding) {
    return Arrays.stream(Token.values())
        .map(t -> "--" + t.cssName() + ":" + colour(t, theme, branding))
        .collect(Collectors.joining(";"));
  }
}
