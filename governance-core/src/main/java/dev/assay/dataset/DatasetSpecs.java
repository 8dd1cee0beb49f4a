package dev.assay.dataset;

import dev.assay.common.AtomicFiles;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads and writes `*.dataset.json`. Fields that Assay does not need are ignored; what it needs
/// and cannot understand is refused with its place.
public final class DatasetSpecs {

  private static final String BESIDE = ".dataset.json";
  private static final long MOST_BYTES = 16L << 20;

  private DatasetSpecs() {}

  /// Reads a description.
  ///
  /// @throws InputRejected when it is not one; the sentence names the place
  public static DatasetSpec read(Path file) {
    String fileName = String.valueOf(file.getFileName());
    String shown = Visible.of(fileName, 120);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        throw rejected(
            "Dataset description " + shown + " is no file of at most 16 MiB.",
            "Give the path of a *.dataset.json file.",
            null);
      }
      JsonNode root = Json.mapper().readTree(file.toFile());
      return new DatasetSpecNodes(shown).spec(root, stem(fileName.replace(BESIDE, ".")));
    } catch (JacksonException e) {
      String place =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw rejected(
          "Dataset description " + shown + " is no valid JSON" + place + ".",
          "Correct the file at that place.",
          e);
    } catch (IOException e) {
      throw rejected(
          "Dataset description " + shown + " cannot be read.",
          "Check that the file is there and that you may read it.",
          e);
    }
  }

  /// Writes a description whole or not at all; [#read] gives the same one back.
  ///
  /// @throws WorkFailed when the file cannot be written; what was there before is untouched
  public static void write(DatasetSpec spec, Path file) {
    try {
      AtomicFiles.write(file, Json.pretty(DatasetSpecText.of(spec)));
    } catch (IOException e) {
      throw new WorkFailed(
          "DATASET-SPEC-WRITE",
          "The description "
              + Visible.of(String.valueOf(file.getFileName()), 120)
              + " could not be written.",
          "Check the folder's permissions and the free space of its disk.",
          e);
    }
  }

  /// The description that lies beside a dataset: `x.csv` and `x.dataset.json`. Where several
  /// formats of the same name lie side by side, `x.csv.dataset.json` and `x_csv.dataset.json` come
  /// first.
  public static Optional<Path> beside(Path data) {
    String name = String.valueOf(data.getFileName());
    String stem = stem(name);
    String ending = name.substring(Math.min(name.length(), stem.length() + 1));
    return Stream.of(name, stem + "_" + ending.toLowerCase(Locale.ROOT), stem)
        .map(candidate -> data.resolveSibling(candidate + BESIDE))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /// Where the description of a dataset is written: over the one that lies beside it, else as
  /// `x.dataset.json` beside `x.csv`.
  public static Path besideFor(Path data) {
    String name = stem(String.valueOf(data.getFileName()));
    return beside(data).orElseGet(() -> data.resolveSibling(name + BESIDE));
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static InputRejected rejected(String sentence, String remedy, @Nullable Throwable cause) {
    return new InputRejected("DATASET-SPEC", sentence, remedy, cause);
  }
}
