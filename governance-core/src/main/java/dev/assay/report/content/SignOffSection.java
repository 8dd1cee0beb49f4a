package dev.assay.report.content;

import dev.assay.audit.SignOff;
import dev.assay.common.Rounded;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who signed what, when, and what that means: printed name, date and time, and meaning of each
/// signature (21 CFR 11.50), with the words that came with it.
final class SignOffSection {

  private static final int SIGNATURES = 50;
  private static final int NOTES = 50;

  private SignOffSection() {}

  /// Absent before anybody did anything.
  static Optional<Block.Section> of(@Nullable SignOff signOff) {
    if (signOff == null) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Blocks.lead(
            Text.of("The audit is ")
                .and(Text.strong(signOff.state()))
                .and(". " + Say.many(signOff.signatures().size(), "signature") + ".")));
    if (!signOff.signatures().isEmpty()) {
      blocks.add(signatures(signOff.signatures()));
    }
    if (!signOff.notes().isEmpty()) {
      List<Text> items = signOff.notes().stream().limit(NOTES).map(SignOffSection::note).toList();
      blocks.add(
          Blocks.section(
              "sign-off-notes", "Comments and refused steps", List.of(new Block.Bullets(items))));
    }
    return Optional.of(Blocks.section("sign-off", "Sign-off", blocks));
  }

  private static Block signatures(List<SignOff.Signature> signatures) {
    Tables table =
        Tables.captioned("Signatures")
            .name("Printed name")
            .words("Meaning")
            .words("Date and time")
            .words("Said with it")
            .name("Key");
    signatures.stream()
        .limit(SIGNATURES)
        .forEach(
            one ->
                table.row(
                    Text.data(one.name()).and(Text.aside(" ")).and(Text.data(one.person())),
                    Text.strong(one.meaning()),
                    Text.of(Rounded.minute(one.time())),
                    said(one),
                    Text.code(one.key())
                        .and(Text.aside(one.later() == null ? "" : " " + one.later()))));
    if (signatures.size() > SIGNATURES) {
      table.note(Rounded.count(signatures.size() - SIGNATURES) + " more are in audit.json.");
    }
    table.note(
        "The signed statements, with every document by its digest, are in evidence.zip; “assay verify” checks them.");
    return table.table();
  }

  private static Text said(SignOff.Signature one) {
    Text against =
        one.reason().isEmpty()
            ? Text.of("")
            : Text.of(
                "Against the recommendation “"
                    + one.recommendation()
                    + "”: "
                    + one.reason()
                    + ". ");
    if (one.text().isEmpty()) {
      return one.reason().isEmpty() ? Text.of("nothing") : against;
    }
    return against.and(Say.sentence(one.text()));
  }

  private static Text note(SignOff.Note note) {
    return Text.strong(note.kind())
        .and(" ")
        .and(Say.sentence(note.text()))
        .and(Text.aside(" "))
        .and(Text.data(note.person()))
        .and(Text.aside(", " + Rounded.minute(note.time()) + "; #" + note.number()))
        .and(note.about().isEmpty() ? Text.of("") : Text.aside(", ").and(Text.data(note.about())));
  }
}
