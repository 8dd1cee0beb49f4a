package dev.assay.report.document;

/// How a document is brought out, apart from what it says.
///
/// @param language of its fixed words
/// @param branding whose it is
/// @param onePage whether it has to fit on one page of paper
public record Edition(Language language, Branding branding, boolean onePage) {

  /// English, without branding, as long as it gets.
  public static final Edition PLAIN = new Edition(Language.ENGLISH, Branding.NONE, false);

  /// Its fixed words.
  public Words words() {
    return Words.of(language);
  }
}
