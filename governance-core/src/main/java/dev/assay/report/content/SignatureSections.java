package dev.assay.report.content;

import dev.assay.audit.Audit;
import dev.assay.audit.SignOff;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import java.util.ArrayList;
import java.util.List;

/// Who signed, and how anybody can check what stands here.
final class SignatureSections {

  private static final int SIGNATURES = 4;

  private SignatureSections() {}

  static Block.Section signatures(Context context) {
    Words words = context.words();
    SignOff signOff = context.dossier().signOff();
    List<SignOff.Signature> all = signOff == null ? List.of() : signOff.signatures();
    Block block =
        all.isEmpty() ? Blocks.paragraph(words.say("signatures.none")) : table(words, all);
    return Blocks.section("signatures", words.say("signatures"), List.of(block));
  }

  /// The last ones, since they decide.
  private static Block table(Words words, List<SignOff.Signature> all) {
    Tables table =
        Tables.captioned(Text.NONE)
            .name(words.say("head.name"))
            .name(words.say("head.meaning"))
            .words(words.say("head.time"))
            .name(words.say("head.key"));
    all.stream()
        .skip(Math.max(0, all.size() - SIGNATURES))
        .forEach(
            one ->
                table.row(
                    Text.data(one.name()),
                    Text.strong(words.say("meaning." + one.meaning())),
                    KeyText.time(words, one),
                    KeyText.of(words, one)));
    if (all.size() > SIGNATURES) {
      table.note(words.many(all.size() - (long) SIGNATURES, "signatures.earlier"));
    }
    return table.table();
  }

  static Block.Section verifying(Context context) {
    Words words = context.words();
    Audit audit = context.dossier().audit();
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(Blocks.entry(words.say("verifying.audit"), Text.code(audit.id())));
    entries.add(Blocks.entry("evaluation.json", Text.code(audit.evaluation().sha256())));
    entries.add(
        Blocks.entry(
            words.say("verifying.policy"),
            Text.data(audit.policyId()).and(" ").and(Text.code(audit.policy().sha256()))));
    return Blocks.section(
        "verifying",
        words.say("verifying"),
        List.of(new Block.KeyValues(entries), Blocks.note(words.say("verifying.how"))));
  }
}
