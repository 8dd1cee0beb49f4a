package dev.assay.report.content;

import dev.assay.audit.Audit;
import dev.assay.provenance.Provenance;
import dev.assay.report.document.Block;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;

/// Where the numbers come from, and how to make them again.
final class ProvenanceSection {

  private ProvenanceSection() {}

  static Block.Section of(Context context) {
    Provenance origin = context.evaluation().provenance();
    Audit audit = context.dossier().audit();
    List<Block> blocks = new ArrayList<>();
    blocks.add(Blocks.lead(Say.text("provenance.same-inputs-seed-and")));
    blocks.add(new Block.KeyValues(digests(origin, audit)));
    blocks.add(new Block.KeyValues(circumstances(origin, audit)));
    if (!origin.command().isEmpty()) {
      blocks.add(Blocks.paragraph(Say.words("provenance.the-command-that-repeats")));
      blocks.add(new Block.Command(command(origin.command())));
    }
    return Blocks.section("provenance", Say.words("word.provenance"), blocks);
  }

  private static List<Block.Entry> digests(Provenance origin, Audit audit) {
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(Blocks.entry(Say.words("word.audit"), Text.code(audit.id())));
    entries.add(
        digest(
            Say.words("word.model"),
            origin.modelName(),
            origin.model() == null ? null : origin.model().sha256()));
    entries.add(digest(Say.words("word.dataset"), origin.datasetName(), origin.dataset().sha256()));
    if (origin.reference() != null) {
      entries.add(
          Blocks.entry(
              Say.words("word.reference-dataset"), Text.code(origin.reference().sha256())));
    }
    entries.add(digest(Say.words("word.policy"), audit.policyId(), audit.policy().sha256()));
    entries.add(Blocks.entry("evaluation.json", Text.code(audit.evaluation().sha256())));
    return entries;
  }

  private static Block.Entry digest(
      String what, String name, @org.jspecify.annotations.Nullable String sha256) {
    Text value = Text.data(name);
    return Blocks.entry(
        what,
        sha256 == null ? value : value.and(" ").and(new Text(List.of(new Inline.Code(sha256)))));
  }

  private static List<Block.Entry> circumstances(Provenance origin, Audit audit) {
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(Blocks.entry(Say.words("word.run"), Text.code(audit.runId())));
    entries.add(
        Blocks.entry(
            Say.words("provenance.started-and-finished"),
            Say.words(
                "provenance.to", Say.second(origin.started()), Say.second(origin.finished()))));
    entries.add(Blocks.entry(Say.words("provenance.asked-for-by"), Text.data(origin.actor())));
    entries.add(
        Blocks.entry(
            Say.words("word.recorded"),
            Say.text("provenance.by", Say.minute(audit.created()), Text.data(audit.author()))));
    entries.add(Blocks.entry(Say.words("word.engines"), Say.entries(origin.engine())));
    entries.add(
        Blocks.entry(
            Say.words("word.device"),
            origin.device().isEmpty()
                ? Say.text("provenance.no-model-was-run")
                : Say.entries(origin.device())));
    entries.add(
        Blocks.entry(
            Say.words("provenance.isolation-of-the-worker"), Say.sentence(origin.isolation())));
    entries.add(Blocks.entry(Say.words("word.seed"), String.valueOf(origin.seed())));
    return entries;
  }

  /// Arguments with spaces or signs are quoted as a POSIX shell reads them.
  private static String command(List<String> arguments) {
    return String.join(
        " ",
        arguments.stream()
            .map(a -> a.matches("[A-Za-z0-9_./:=@%+,-]+") ? a : "'" + a.replace("'", "'\\''") + "'")
            .toList());
  }
}
