package dev.assay.chart;

import java.util.List;
import java.util.function.UnaryOperator;

/// Charts of what data hold, with other words.
final class RelabelledSpreads {

  private RelabelledSpreads() {}

  static Mosaic mosaic(Mosaic c, UnaryOperator<String> words) {
    return new Mosaic(
        words.apply(c.title()),
        words.apply(c.words()),
        c.classes().stream().map(words).toList(),
        words.apply(c.legend()),
        c.groups().stream()
            .map(
                g ->
                    new Mosaic.Group(
                        words.apply(g.label()),
                        words.apply(g.note()),
                        g.share(),
                        g.parts().stream().map(p -> part(p, words)).toList(),
                        g.few()))
            .toList());
  }

  private static Mosaic.Part part(Mosaic.Part part, UnaryOperator<String> words) {
    return new Mosaic.Part(
        part.share(),
        words.apply(part.shown()),
        words.apply(part.count()),
        part.size(),
        part.rows());
  }

  static MissingMap missing(MissingMap c, UnaryOperator<String> words) {
    return new MissingMap(
        words.apply(c.title()),
        words.apply(c.words()),
        words.apply(c.from()),
        words.apply(c.to()),
        c.legend().stream().map(words).toList(),
        c.lines().stream()
            .map(
                l ->
                    new MissingMap.Line(
                        words.apply(l.label()),
                        words.apply(l.shown()),
                        l.shares(),
                        texts(l.blocks(), words),
                        l.rows()))
            .toList());
  }

  static GroupDistributions distributions(GroupDistributions c, UnaryOperator<String> words) {
    return new GroupDistributions(
        words.apply(c.title()),
        words.apply(c.words()),
        words.apply(c.xLabel()),
        c.from(),
        c.to(),
        c.strips().stream()
            .map(
                s ->
                    new GroupDistributions.Strip(
                        words.apply(s.label()),
                        words.apply(s.note()),
                        s.bins(),
                        s.box(),
                        words.apply(s.shown()),
                        s.few(),
                        s.rows()))
            .toList());
  }

  private static List<String> texts(List<String> texts, UnaryOperator<String> words) {
    return texts.stream().map(words).toList();
  }
}
