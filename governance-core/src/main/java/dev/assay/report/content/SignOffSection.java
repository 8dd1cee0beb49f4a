package dev.assay.report.content;

import dev.assay.audit.SignOff;
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
            Say.text(
                "sign-off.the-audit-is",
                Text.strong(Say.words("state." + signOff.state().replace(' ', '_'))),
                Say.many(signOff.signatures().size(), "signature"))));
    if (!signOff.signatures().isEmpty()) {
      blocks.add(signatures(signOff.signatures()));
    }
    if (!signOff.notes().isEmpty()) {
      List<Text> items = signOff.notes().stream().limit(NOTES).map(SignOffSection::note).toList();
      blocks.add(
          Blocks.section(
              "sign-off-notes",
              Say.words("sign-off.comments-and-refused-steps"),
              List.of(new Block.Bullets(items))));
    }
    return Optional.of(Blocks.section("sign-off", Say.words("word.sign-off"), blocks));
  }

  private static Block signatures(List<SignOff.Signature> signatures) {
    Tables table =
        Tables.captioned(Say.words("word.signatures"))
            .name(Say.words("word.printed-name"))
            .words(Say.words("word.meaning"))
            .words(Say.words("sign-off.date-and-time"))
            .words(Say.words("sign-off.said-with-it"))
            .name(Say.words("word.key"));
    signatures.stream()
        .limit(SIGNATURES)
        .forEach(
            one ->
                table.row(
                    Text.data(one.name()).and(Text.aside(" ")).and(Text.data(one.person())),
                    Text.strong(Say.words("meaning." + one.meaning())),
                    KeyText.time(Say.words(), one),
                    said(one),
                    KeyText.of(Say.words(), one)));
    if (signatures.size() > SIGNATURES) {
      table.note(
          Say.words("sign-off.more-are-in-audit", Say.count(signatures.size() - SIGNATURES)));
    }
    table.note(
        Say.words("sign-off.the-signed-statements-with")
            + KeyText.setBack(Say.words(), signatures));
    return table.table();
  }

  private static Text said(SignOff.Signature one) {
    Text against =
        one.reason().isEmpty()
            ? Text.of("")
            : Say.text("sign-off.against-the-recommendation", one.recommendation(), one.reason());
    if (one.text().isEmpty()) {
      return one.reason().isEmpty() ? Text.of(Say.words("word.nothing")) : against;
    }
    return against.and(Say.sentence(one.text()));
  }

  private static Text note(SignOff.Note note) {
    return Text.strong(Say.words("note." + note.kind()))
        .and(" ")
        .and(Say.sentence(note.text()))
        .and(Text.aside(" "))
        .and(Text.data(note.person()))
        .and(Text.aside(", " + Say.minute(note.time()) + "; #" + note.number()))
        .and(note.about().isEmpty() ? Text.of("") : Text.aside(", ").and(Text.data(note.about())));
  }
}
