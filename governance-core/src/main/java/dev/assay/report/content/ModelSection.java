package dev.assay.report.content;

import dev.assay.inference.ScoreReport;
import dev.assay.model.ImageReading;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.OutputBinding;
import dev.assay.model.PreScan;
import dev.assay.model.ValueInfo;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Block;
import dev.assay.report.document.Mark;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The model: what file, what it reads and answers, how that was bound to the data.
final class ModelSection {

  private static final int VALUES = 40;
  private static final int COLUMNS = 12;
  private static final int OPERATORS = 40;

  private ModelSection() {}

  static Optional<Block.Section> of(Context context) {
    ModelArtefact model = context.dossier().run().model();
    if (model == null) {
      return Optional.of(
          Blocks.section(
              "model",
              Say.words("word.model"),
              List.of(Blocks.paragraph(Say.words("model.no-model-was-run")))));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.KeyValues(facts(model, context.dossier().run().scores())));
    blocks.add(preScan(model.preScan()));
    ModelBinding binding = context.dossier().run().binding();
    blocks.add(inputs(model, binding));
    blocks.add(outputs(model, binding));
    return Optional.of(Blocks.section("model", Say.words("word.model"), blocks));
  }

  private static List<Block.Entry> facts(ModelArtefact model, @Nullable ScoreReport scores) {
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(Blocks.entry(Say.words("word.file"), Text.data(model.fileName())));
    entries.add(Blocks.entry(Say.words("word.sha-256"), Text.code(model.digest().sha256())));
    entries.add(Blocks.entry(Say.words("word.size"), Say.bytes(model.bytes())));
    entries.add(
        Blocks.entry(
            Say.words("word.format"),
            Say.text(
                "model.onnx-ir-version-operator",
                model.irVersion(),
                Say.sentence(
                    model.opsets().entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", "))))));
    if (!model.producer().isBlank()) {
      entries.add(Blocks.entry(Say.words("word.made-by"), Say.phrase(model.producer())));
    }
    entries.add(
        Blocks.entry(
            Say.words("word.graph"),
            Say.many(model.nodes(), "node") + ", " + Say.many(model.parameters(), "parameter")));
    entries.add(Blocks.entry(Say.words("word.operators"), operators(model)));
    entries.add(Blocks.entry(Say.words("word.quantisation"), Say.phrase(model.quantisation())));
    if (!model.externalData().isEmpty()) {
      entries.add(
          Blocks.entry(
              Say.words("model.files-beside-it"),
              Text.join(", ", model.externalData().stream().map(Text::data).toList())));
    }
    TransformerEntries.add(entries, model.transformer(), scores);
    ImageEntries.add(entries, model.images());
    ImageEntries.speed(entries, scores);
    if (scores != null) {
      entries.add(
          Blocks.entry(Say.words("model.rows-without-a-finite"), Say.count(scores.nonFinite())));
    }
    return entries;
  }

  private static Text operators(ModelArtefact model) {
    String shown =
        model.operators().entrySet().stream()
            .limit(OPERATORS)
            .map(
                e ->
                    e.getKey().replaceFirst("^ai\\.onnx:", "")
                        + (e.getValue() == 1 ? "" : " ×" + Say.count(e.getValue())))
            .collect(Collectors.joining(", "));
    return Say.sentence(
        model.operators().size() > OPERATORS
            ? Say.words("model.and-more", shown, model.operators().size() - OPERATORS)
            : shown);
  }

  private static Block preScan(PreScan scan) {
    List<Text> sentences = new ArrayList<>();
    sentences.add(
        Say.text(
            "model.the-file-was-looked",
            scan.findings().isEmpty() ? Say.words("model.nothing-was-suspicious") : "."));
    scan.findings()
        .forEach(
            f ->
                sentences.add(
                    Say.sentence(f.sentence())
                        .and(" ")
                        .and(Say.sentence(f.remedy()))
                        .and(Text.aside(" " + f.code()))));
    Mark mark =
        switch (scan.verdict()) {
          case CLEAN -> Mark.PASS;
          case WARNING -> Mark.ATTENTION;
          case REFUSED -> Mark.FAIL;
        };
    return new Block.Card(
        new Anchor("pre-scan"),
        mark,
        Say.word("scan", scan.verdict()),
        Say.text("word.pre-scan"),
        sentences.stream().map(Blocks::paragraph).toList());
  }

  private static Block inputs(ModelArtefact model, @Nullable ModelBinding binding) {
    Tables table =
        Tables.captioned(Say.words("model.inputs-and-the-columns"))
            .name(Say.words("word.input"))
            .name(Say.words("model.type-and-shape"))
            .words(Say.words("word.columns"))
            .words(Say.words("word.why"));
    for (ValueInfo input : model.inputs().stream().limit(VALUES).toList()) {
      Optional<InputBinding> bound =
          binding == null
              ? Optional.empty()
              : binding.inputs().stream().filter(b -> b.input().equals(input.name())).findFirst();
      table.row(
          Text.data(input.name()),
          Text.of(shape(input)),
          bound.map(ModelSection::columns).orElse(Text.of("–")),
          bound.map(b -> Say.phrase(b.reason())).orElse(Say.text("word.not-bound")));
    }
    more(table, model.inputs().size());
    return table.table();
  }

  private static Text columns(InputBinding bound) {
    ImageReading image = bound.image();
    Text columns = columns(bound.columns());
    return image == null
        ? columns
        : Say.text(
            "model.each-image-turned-upright", columns, String.join(", ", ImageSteps.of(image)));
  }

  private static Text columns(List<String> columns) {
    Text shown = Text.join(", ", columns.stream().limit(COLUMNS).map(Text::data).toList());
    return columns.size() > COLUMNS
        ? shown.and(Text.aside(Say.words("model.and-more-in-order", columns.size() - COLUMNS)))
        : shown;
  }

  private static Block outputs(ModelArtefact model, @Nullable ModelBinding binding) {
    Tables table =
        Tables.captioned(Say.words("model.outputs-and-how-they"))
            .name(Say.words("word.output"))
            .name(Say.words("model.type-and-shape"))
            .words(Say.words("word.read-as"))
            .words(Say.words("word.why"));
    for (ValueInfo output : model.outputs().stream().limit(VALUES).toList()) {
      Optional<OutputBinding> bound =
          binding == null
              ? Optional.empty()
              : binding.outputs().stream()
                  .filter(b -> b.output().equals(output.name()))
                  .findFirst();
      table.row(
          Text.data(output.name()),
          Text.of(shape(output)),
          bound.map(ModelSection::meaning).orElse(Say.text("word.not-used")),
          bound.map(b -> Say.phrase(b.reason())).orElse(Text.of("–")));
    }
    more(table, model.outputs().size());
    return table.table();
  }

  private static Text meaning(OutputBinding binding) {
    Text meaning = Text.of(Say.word("output", binding.meaning()));
    List<Text> classes = binding.classes().stream().limit(COLUMNS).map(Text::data).toList();
    Text with =
        classes.isEmpty() ? meaning : Say.text("model.of", meaning, Text.join(", ", classes));
    Map<String, String> values = binding.classValues();
    return values.isEmpty()
        ? with
        : with.and("; ").and(Say.entries(new java.util.TreeMap<>(values)));
  }

  private static String shape(ValueInfo value) {
    String dimensions =
        value.shape().stream()
            .map(d -> d < 0 ? Say.words("word.n") : Say.count(d))
            .collect(Collectors.joining(" × "));
    String form = value.form().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return value.type().name().toLowerCase(Locale.ROOT)
        + (value.form() == ValueInfo.Form.TENSOR ? "" : Say.words("model.in", form))
        + (dimensions.isEmpty() ? "" : ", " + dimensions);
  }

  private static void more(Tables table, int all) {
    if (all > VALUES) {
      table.note(Say.words("model.more-are-not-shown", Say.count(all - VALUES)));
    }
  }
}
