package dev.assay.report.document;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A language that fixed words of documents are written in. What was recorded (titles of findings,
/// reasons, what people said) stays as it was recorded.
public enum Language {
  /// English, complete.
  ENGLISH(Locale.ENGLISH, "US"),
  /// German.
  GERMAN(Locale.GERMAN, "DE");

  private final Locale locale;
  private final String region;

  Language(Locale locale, String region) {
    this.locale = locale;
    this.region = region;
  }

  /// "en", "de".
  public String tag() {
    return locale.getLanguage();
  }

  /// "en-US", "de-DE": for spelling checkers.
  public String regionTag() {
    return tag() + "-" + region;
  }

  /// For names of months.
  Locale locale() {
    return locale;
  }

  /// "English", "Deutsch".
  public String ownName() {
    return locale.getDisplayLanguage(locale);
  }

  /// The language of a tag.
  ///
  /// @throws UsageError when there is none
  public static Language of(String tag) {
    return Arrays.stream(values())
        .filter(l -> l.tag().equalsIgnoreCase(tag.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-LANGUAGE",
                    "Reports are not written in '" + Visible.of(tag, 40) + "'.",
                    "Give one of: "
                        + Arrays.stream(values())
                            .map(Language::tag)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
