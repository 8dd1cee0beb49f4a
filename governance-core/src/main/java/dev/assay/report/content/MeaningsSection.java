package dev.assay.report.content;

import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the numbers of a short report mean: those that it names, with formula and source.
final class MeaningsSection {

  private MeaningsSection() {}

  static Optional<Block.Section> of(Context context) {
    Words words = context.words();
    List<Block.Definition> definitions = new ArrayList<>();
    for (Terms.Term term : context.terms().used()) {
      term.definition()
          .ifPresent(
              d ->
                  definitions.add(
                      new Block.Definition(
                          term.anchor(),
                          term.name(),
                          term.id(),
                          Text.of(words.metricMeaning(term.id()).orElse(d.explanation())),
                          List.of(
                              Blocks.entry(words.say("meanings.formula"), Text.code(d.formula())),
                              Blocks.entry(words.say("meanings.source"), d.source())))));
    }
    return definitions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Blocks.section(
                "meanings",
                words.say("meanings"),
                List.of(
                    new Block.Definitions(List.copyOf(definitions)),
                    Blocks.note(
                        words.say("meanings.level", words.level(context.evaluation().level()))))));
  }
}
