package dev.assay.app.cli;

import dev.assay.usecase.ProbeAsked;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a masked language model (BERT, RoBERTa …) is asked.
final class ProbeOptions {

  @Option(
      names = "--probe",
      paramLabel = "WHAT",
      description =
          "Hide words from a masked language model: fill-mask (the word under the mask of each"
              + " text; the answers are in --label), pseudo-likelihood (how likely each text is),"
              + " pairs (which of two texts is likelier), association (how much likelier a word is"
              + " than in the prior); or a suite of such questions instead of --data, by name or as"
              + " a file (see 'assay probe list').")
  @Nullable String probe;

  @Option(
      names = "--texts",
      paramLabel = "COL",
      split = ",",
      description =
          "Columns of texts that --probe reads (default: those of the role text, else the columns"
              + " of words that are neither answers nor groups).")
  List<String> texts = new ArrayList<>();

  /// Absent where nothing is asked.
  @Nullable ProbeAsked asked() {
    return probe == null ? null : ProbeAsked.of(probe, texts);
  }

  /// Whether a suite takes the place of a dataset.
  boolean isSuite() {
    ProbeAsked asked = asked();
    return asked != null && asked.suite() != null;
  }
}
