package dev.assay.cost;

import dev.assay.common.InputRejected;
import dev.assay.common.Resources;
import dev.assay.common.TextFiles;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds and reads price sheets.
public final class PriceSheets {

  private static final List<String> BUILT_IN = List.of("own-machine", "cloud", "edge");
  private static final int LONGEST_SHOWN = 200;

  private PriceSheets() {}

  /// The sheets that come with Assay: examples, whose prices nobody offers.
  public static List<PriceSheet> builtIn() {
    return BUILT_IN.stream()
        .map(
            id ->
                parse(
                    Resources.text(
                        PriceSheets.class, "/dev/assay/resources/prices/" + id + ".yaml"),
                    id))
        .toList();
  }

  /// The user's own sheets, which take the place of those that come with Assay; without any, those.
  ///
  /// @param files YAML files
  /// @throws UsageError when there is no such file
  /// @throws InputRejected when one is no price sheet; the sentence names the line
  public static List<PriceSheet> of(List<Path> files) {
    return files.isEmpty() ? builtIn() : files.stream().map(PriceSheets::load).toList();
  }

  /// A sheet from its text.
  ///
  /// @param name what to call it in a refusal
  /// @throws InputRejected when it is no price sheet; the sentence names the line
  public static PriceSheet parse(String text, String name) {
    return new PriceSheetReader(name).read(text);
  }

  private static PriceSheet load(Path file) {
    String name = Visible.of(String.valueOf(file.getFileName()), LONGEST_SHOWN);
    if (!Files.exists(file)) {
      throw new UsageError(
          "USAGE-PRICES",
          "There is no file '" + Visible.of(file.toString(), LONGEST_SHOWN) + "'.",
          "Give a YAML file with prices; the help page 'cost' shows one.");
    }
    String text =
        TextFiles.read(
            file,
            PriceSheetReader.MOST_CHARACTERS,
            "it is larger than the 256 KiB that a price sheet may have",
            (why, cause) ->
                new InputRejected(
                    "PRICES-UNREADABLE",
                    "The price sheet '"
                        + name
                        + "' cannot be read: "
                        + Visible.of(why, LONGEST_SHOWN)
                        + ".",
                    "Give a price sheet written in YAML; the help page 'cost' shows one.",
                    cause));
    return parse(text, name);
  }
}
