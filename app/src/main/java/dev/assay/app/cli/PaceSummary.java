package dev.assay.app.cli;

import dev.assay.common.Visible;
import dev.assay.inference.Pace;
import dev.assay.usecase.PythonPace;
import dev.assay.usecase.TransformerPace;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// A benchmark of a text model in a screenful.
record PaceSummary(Output output) {

  void print(TransformerPace.Result measured) {
    Pace pace = measured.pace();
    output.say(
        String.format(
            Locale.ROOT,
            "%s, %,d texts, %,d tokens, %s",
            Visible.of(measured.model()),
            pace.texts(),
            pace.tokens(),
            pace.device()));
    output.say("");
    line("loading the model", pace.loadSeconds(), pace);
    line("making tokens, alone", pace.tokenizeSeconds(), pace);
    for (Pace.Way way : pace.ways()) {
      line(
          way.words()
              + String.format(
                  Locale.ROOT, " (filled up: %.0f %%)", 100 - 100.0 * pace.tokens() / way.places()),
          way.seconds(),
          pace);
    }
    output.say("");
    output.say(
        String.format(
            Locale.ROOT,
            "A whole run reaches %.3f of what loading and the runtime's calls alone allow; it is"
                + " %.2f times as fast as loading and the calls alone in file order, %.2f times as"
                + " fast as with 128 tokens each.",
            measured.shareOfCeiling(),
            measured.timesFasterThan("file_order_32"),
            measured.timesFasterThan("padded_128_32")));
    python(measured);
    if (!measured.loads().isEmpty()) {
      output.say(
          String.format(
              Locale.ROOT,
              "Load of the machine (mean of the last minute) before and after: %.1f, %.1f. Seconds"
                  + " of a busy machine are long; ratios are taken within each repeat.",
              measured.loads().getFirst(),
              measured.loads().getLast()));
    }
    measured.engines().forEach((name, version) -> output.say("  " + name + " " + version));
  }

  private void python(TransformerPace.Result measured) {
    PythonPace python = measured.python();
    if (python == null) {
      output.say(
          "The Python stack was not measured: name an interpreter with onnxruntime and tokenizers"
              + " (--python PATH or ASSAY_PYTHON).");
      return;
    }
    Pace pace = measured.pace();
    output.say("The Python stack, in turn with it: file order, 32 texts a batch, to the longest");
    line("loading model and tokenizer", python.loadSeconds(), pace);
    line("making tokens and calling the model", python.runSeconds(), pace);
    output.say(
        String.format(
            Locale.ROOT,
            "  A whole run is %.2f times as fast as the Python stack, loading included on both"
                + " sides (%s).",
            measured.timesFasterThanPython().orElseThrow(),
            String.join(
                ", ",
                python.versions().entrySet().stream()
                    .map(v -> v.getKey() + " " + v.getValue())
                    .toList())));
  }

  private void line(String what, List<Double> seconds, Pace pace) {
    double median = TransformerPace.median(seconds);
    output.say(
        String.format(
            Locale.ROOT,
            "  %8.3f s (%.3f to %.3f), %,.0f texts/s: %s",
            median,
            Collections.min(seconds),
            Collections.max(seconds),
            pace.texts() / median,
            what));
  }
}
