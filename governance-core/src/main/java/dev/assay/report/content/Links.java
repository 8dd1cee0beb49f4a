package dev.assay.report.content;

import dev.assay.report.document.Block;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// References within a document: where a section was left out, what led to it is read as words.
final class Links {

  private final Set<String> places = new HashSet<>();

  private Links() {}

  /// The same sections, without references that lead nowhere.
  static List<Block.Section> within(List<Block.Section> sections) {
    Links links = new Links();
    sections.forEach(links::note);
    return sections.stream().map(links::section).toList();
  }

  private void note(Block block) {
    switch (block) {
      case Block.Section s -> {
        places.add(s.anchor().id());
        s.blocks().forEach(this::note);
      }
      case Block.Card c -> {
        places.add(c.anchor().id());
        c.blocks().forEach(this::note);
      }
      case Block.Definitions d -> d.definitions().forEach(one -> places.add(one.anchor().id()));
      case Block.Paragraph ignored -> {}
      case Block.Bullets ignored -> {}
      case Block.Banner ignored -> {}
      case Block.Tiles ignored -> {}
      case Block.KeyValues ignored -> {}
      case Block.Table ignored -> {}
      case Block.Figures ignored -> {}
      case Block.Command ignored -> {}
    }
  }

  private Block.Section section(Block.Section s) {
    return new Block.Section(s.anchor(), text(s.heading()), blocks(s.blocks()));
  }

  private List<Block> blocks(List<Block> blocks) {
    return blocks.stream().map(this::block).toList();
  }

  private Block block(Block block) {
    return switch (block) {
      case Block.Section s -> section(s);
      case Block.Paragraph p -> new Block.Paragraph(p.tone(), text(p.text()));
      case Block.Bullets b -> new Block.Bullets(texts(b.items()));
      case Block.Banner b -> new Block.Banner(b.mark(), b.word(), texts(b.sentences()));
      case Block.Card c ->
          new Block.Card(c.anchor(), c.mark(), c.word(), text(c.heading()), blocks(c.blocks()));
      case Block.Tiles t -> new Block.Tiles(t.tiles().stream().map(this::tile).toList());
      case Block.KeyValues k -> new Block.KeyValues(entries(k.entries()));
      case Block.Table t -> table(t);
      case Block.Figures f ->
          new Block.Figures(
              f.figures().stream()
                  .map(one -> new Block.Figure(one.chart(), text(one.caption())))
                  .toList());
      case Block.Definitions d ->
          new Block.Definitions(d.definitions().stream().map(this::definition).toList());
      case Block.Command c -> c;
    };
  }

  private Block.Tile tile(Block.Tile t) {
    return new Block.Tile(text(t.name()), t.value(), t.defined(), texts(t.lines()));
  }

  private List<Block.Entry> entries(List<Block.Entry> entries) {
    return entries.stream().map(e -> new Block.Entry(text(e.name()), text(e.value()))).toList();
  }

  private Block.Table table(Block.Table t) {
    return new Block.Table(
        text(t.caption()),
        t.columns().stream().map(c -> new Block.Column(text(c.heading()), c.kind())).toList(),
        t.rows().stream().map(r -> new Block.Row(r.faint(), texts(r.cells()))).toList(),
        text(t.note()));
  }

  private Block.Definition definition(Block.Definition d) {
    return new Block.Definition(
        d.anchor(), d.term(), d.id(), text(d.meaning()), entries(d.entries()));
  }

  private List<Text> texts(List<Text> texts) {
    return texts.stream().map(this::text).toList();
  }

  private Text text(Text text) {
    return text.parts().stream().anyMatch(this::isLost)
        ? new Text(
            text.parts().stream()
                .map(p -> isLost(p) ? (Inline) new Inline.Words(p.words()) : p)
                .toList())
        : text;
  }

  private boolean isLost(Inline part) {
    return part instanceof Inline.Link link && !places.contains(link.target().id());
  }
}
