package dev.assay.app.gui.shell;

import dev.assay.common.InputRejected;
import dev.assay.source.SourceKind;
import dev.assay.source.Sources;
import java.nio.file.Path;
import java.util.List;

/// Says what a drop will do before it is let go.
final class DropWords {

  private DropWords() {}

  static String of(List<Path> files) {
    if (files.size() != 1) {
      return "Drop to open " + files.size() + " files";
    }
    Path file = files.getFirst();
    try {
      SourceKind kind = Sources.recognise(file);
      return switch (kind) {
        case ONNX, TRANSFORMER_FOLDER, TRANSFORMER_ARCHIVE ->
            "Drop to read the model " + file.getFileName();
        case CSV, PARQUET, JSON_LINES -> "Drop to import the dataset " + file.getFileName();
        case IMAGE_FOLDER -> "Drop to import the images in " + file.getFileName();
        case DATASET_DESCRIPTOR, MODEL_DESCRIPTOR ->
            file.getFileName() + " describes a file; drop that file";
      };
    } catch (InputRejected refused) {
      return refused.sentence();
    }
  }
}
