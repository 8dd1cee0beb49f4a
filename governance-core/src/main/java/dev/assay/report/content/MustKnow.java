package dev.assay.report.content;

import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Things to be told of before anything else, as a list.
final class MustKnow {

  private static final int SHOWN = 25;

  private MustKnow() {}

  static Block of(Context context) {
    List<Text> items = new ArrayList<>();
    context
        .evaluation()
        .excluded()
        .forEach(
            e ->
                items.add(
                    Say.text(
                        "must-know.first-row",
                        Text.strong(Say.words("must-know.left-out", Say.many(e.count(), "row"))),
                        Say.sentence(e.reason()),
                        e.firstRows().stream()
                            .limit(5)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")))));
    if (context.dossier().run().data().guessed()) {
      items.add(
          Say.text(
              "must-know.no-descriptor-was-given",
              Text.strong(Say.words("must-know.roles-of-columns-are"))));
    }
    String isolation = context.evaluation().provenance().isolation();
    if (!isolation.equals("full")) {
      items.add(
          Say.text(
              "must-know.files-were-parsed-and",
              Text.strong(Say.words("must-know.isolation-was", isolation))));
    }
    fewRows(context, items);
    context
        .evaluation()
        .warnings()
        .forEach(
            w ->
                items.add(
                    Say.sentence(w.sentence())
                        .and(" ")
                        .and(Say.sentence(w.remedy()))
                        .and(Text.aside(" " + w.code()))));
    List<Text> shown = items.stream().limit(SHOWN).toList();
    List<Block> blocks = new ArrayList<>();
    if (shown.isEmpty()) {
      blocks.add(Blocks.paragraph(Say.words("must-know.no-row-was-left")));
    } else {
      blocks.add(new Block.Bullets(shown));
    }
    if (items.size() > shown.size()) {
      blocks.add(
          Blocks.note(
              Say.words(
                  "must-know.more-in-evaluation-json", Say.count(items.size() - shown.size()))));
    }
    return Blocks.section("must-know", Say.words("must-know.what-the-reader-must"), blocks);
  }

  private static void fewRows(Context context, List<Text> items) {
    long few =
        context.measured().slices().stream()
            .filter(s -> s.conditions().size() == 1 && context.isFew(s))
            .count();
    if (few > 0) {
      items.add(
          Say.text(
              "must-know.fewer-than-rows-shown",
              Text.strong(Say.many(few, "group")),
              few == 1 ? Say.words("must-know.has") : Say.words("must-know.have"),
              Context.FEW));
    }
  }
}
