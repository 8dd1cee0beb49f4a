package dev.assay.report.branding;

import dev.assay.common.InputRejected;
import dev.assay.common.TextFiles;
import dev.assay.common.Visible;
import dev.assay.common.YamlPart;
import dev.assay.report.document.Branding;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a branding: a YAML file with a name, a logo beside it, a colour and words for the foot of
/// pages. What would make a document unreadable or unsafe is refused.
public final class BrandingReader {

  private static final int MOST_BYTES = 16 << 10;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_FOOTER = 80;
  private static final Set<String> KEYS = Set.of("name", "logo", "accent", "footer");

  private final Path file;

  private BrandingReader(Path file) {
    this.file = file;
  }

  /// The branding of a file.
  ///
  /// @throws InputRejected when it is none, saying what and where
  public static Branding read(Path file) {
    return new BrandingReader(file).read();
  }

  private Branding read() {
    String text =
        TextFiles.read(
            file,
            MOST_BYTES,
            "it is larger than a branding is (16 KB)",
            (why, cause) -> refused(0, why, cause));
    YamlPart.Keys keys =
        YamlPart.read(text, MOST_BYTES, (line, why) -> refused(line, why, null))
            .keys("a branding", KEYS);
    String logo = keys.optional("logo");
    return new Branding(
        words(keys, "name", LONGEST_NAME),
        logo.isBlank() ? null : LogoReader.read(beside(keys, logo)),
        accent(keys),
        words(keys, "footer", LONGEST_FOOTER));
  }

  private static String words(YamlPart.Keys keys, String key, int most) {
    String words = keys.optional(key).strip();
    if (words.length() > most) {
      throw keys.required(key)
          .refused("'" + key + "' has " + words.length() + " characters, at most " + most + " fit");
    }
    return Visible.of(words);
  }

  /// A file in the same folder, so that a branding that somebody sends names nothing else here.
  private Path beside(YamlPart.Keys keys, String logo) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !logo.matches("[^/\\\\:]+") || logo.startsWith("..")) {
      throw keys.required("logo").refused("'logo' is not the name of a file beside this one");
    }
    return folder.resolve(logo);
  }

  private static @Nullable String accent(YamlPart.Keys keys) {
    String written = keys.optional("accent").strip();
    if (written.isEmpty()) {
      return null;
    }
    if (!written.matches("#[0-9a-fA-F]{6}")) {
      throw keys.required("accent").refused("'accent' is not a colour such as \"#2f5bd8\"");
    }
    double contrast = Contrast.onPaper(Integer.parseInt(written.substring(1), 16));
    if (contrast < Contrast.LEAST) {
      throw keys.required("accent")
          .refused(
              String.format(
                  Locale.ROOT,
                  "'accent' has a contrast of %.2f to white paper, and %.1f is needed to be read",
                  Math.floor(contrast * 100) / 100,
                  Contrast.LEAST));
    }
    return written.toLowerCase(Locale.ROOT);
  }

  private InputRejected refused(int line, String why, @Nullable Throwable cause) {
    return new InputRejected(
        "BRANDING-INVALID",
        "Branding '"
            + Visible.of(String.valueOf(file.getFileName()), 80)
            + "'"
            + (line > 0 ? ", line " + line : "")
            + ": "
            + why
            + ".",
        "It holds any of name, logo (a PNG or SVG beside it), accent and footer; 'assay report"
            + " --help' shows how it is named.",
        cause);
  }
}
