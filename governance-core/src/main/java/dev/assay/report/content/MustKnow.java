package dev.assay.report.content;

import dev.assay.common.Rounded;
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
                    Text.strong(Say.many(e.count(), "row") + " left out: ")
                        .and(Say.sentence(e.reason()))
                        .and(
                            " (first: row "
                                + e.firstRows().stream()
                                    .limit(5)
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "))
                                + ").")));
    if (context.dossier().run().data().guessed()) {
      items.add(
          Text.strong("Roles of columns are guessed. ")
              .and("No descriptor was given; the reasons stand under Data."));
    }
    String isolation = context.evaluation().provenance().isolation();
    if (!isolation.equals("full")) {
      items.add(
          Text.strong("Isolation was “" + isolation + "”. ")
              .and(
                  "Files were parsed and the model ran in a process of its own that was not confined fully on this machine."));
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
      blocks.add(Blocks.paragraph("No row was left out, and nothing had to be warned of."));
    } else {
      blocks.add(new Block.Bullets(shown));
    }
    if (items.size() > shown.size()) {
      blocks.add(
          Blocks.note(Rounded.count(items.size() - shown.size()) + " more in evaluation.json."));
    }
    return Blocks.section("must-know", "What the reader must know", blocks);
  }

  private static void fewRows(Context context, List<Text> items) {
    long few =
        context.measured().slices().stream()
            .filter(s -> s.conditions().size() == 1 && context.isFew(s))
            .count();
    if (few > 0) {
      items.add(
          Text.strong(Say.many(few, "group"))
              .and(
                  (few == 1 ? " has" : " have")
                      + " fewer than "
                      + Context.FEW
                      + " rows: shown in grey with n, not dropped."));
    }
  }
}
