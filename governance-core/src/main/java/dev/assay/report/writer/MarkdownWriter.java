package dev.assay.report.writer;

import dev.assay.modelcard.MarkdownText;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a document as Markdown in GitHub's dialect. Charts stand as their text alternative.
public final class MarkdownWriter {

  private static final int DEEPEST = 6;

  private final StringBuilder out = new StringBuilder(1 << 16);

  private MarkdownWriter() {}

  /// The file's bytes, UTF-8.
  public static byte[] write(Document document) {
    MarkdownWriter writer = new MarkdownWriter();
    writer.paragraph(MarkdownText.of(document.edition().branding().name()));
    writer.paragraph("# " + MarkdownText.of(document.title()));
    writer.paragraph(inline(document.subtitle()));
    document.sections().forEach(s -> writer.section(s, 2));
    writer.paragraph(MarkdownText.of(document.closing()));
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void section(Block.Section section, int level) {
    heading(section.anchor(), inline(section.heading()), level);
    section.blocks().forEach(b -> block(b, level + 1));
  }

  private void heading(Anchor anchor, String words, int level) {
    paragraph("<a id=\"" + anchor.id() + "\"></a>");
    paragraph("#".repeat(Math.min(level, DEEPEST)) + " " + words);
  }

  private void block(Block block, int level) {
    switch (block) {
      case Block.Section section -> section(section, level);
      case Block.Paragraph paragraph -> paragraph(inline(paragraph.text()));
      case Block.Bullets bullets ->
          paragraph(
              bullets.items().stream()
                  .map(i -> "- " + inline(i))
                  .collect(Collectors.joining("\n")));
      case Block.Banner banner -> banner(banner);
      case Block.Card card -> card(card, level);
      case Block.Tiles tiles -> tiles(tiles);
      case Block.KeyValues values ->
          table(
              List.of("", ""),
              List.of(false, false),
              values.entries().stream()
                  .map(e -> List.of(inline(e.name()), inline(e.value())))
                  .toList());
      case Block.Table table -> table(table);
      case Block.Figures figures -> figures.figures().forEach(this::figure);
      case Block.Definitions definitions ->
          definitions.definitions().forEach(d -> definition(d, level));
      case Block.Command command -> command(command);
    }
  }

  private void paragraph(String words) {
    if (!words.isBlank()) {
      out.append(words.strip()).append("\n\n");
    }
  }

  private void banner(Block.Banner banner) {
    StringBuilder quote = new StringBuilder();
    quote.append("> **").append(sign(banner)).append("**\n");
    banner.sentences().forEach(s -> quote.append(">\n> ").append(inline(s)).append('\n'));
    paragraph(quote.toString());
  }

  private static String sign(Block.Banner banner) {
    return MarkdownText.of(banner.mark().sign() + " " + banner.word());
  }

  private void card(Block.Card card, int level) {
    heading(
        card.anchor(),
        MarkdownText.of(card.mark().sign() + " " + card.word() + ": ") + inline(card.heading()),
        level);
    card.blocks().forEach(b -> block(b, level + 1));
  }

  private void tiles(Block.Tiles tiles) {
    table(
        List.of("Number", "Value", ""),
        List.of(false, true, false),
        tiles.tiles().stream()
            .map(
                t ->
                    List.of(
                        inline(t.name()),
                        MarkdownText.of(t.value()),
                        t.lines().stream()
                            .map(MarkdownWriter::inline)
                            .collect(Collectors.joining("; "))))
            .toList());
  }

  private void table(Block.Table table) {
    if (!table.caption().isEmpty()) {
      paragraph("**" + inline(plain(table.caption())) + "**");
    }
    table(
        table.columns().stream().map(c -> inline(c.heading())).toList(),
        table.columns().stream().map(c -> c.kind() == Block.Kind.NUMBER).toList(),
        table.rows().stream()
            .map(r -> r.cells().stream().map(MarkdownWriter::inline).toList())
            .toList());
    paragraph(inline(table.note()));
  }

  /// A caption is strong as a whole.
  private static Text plain(Text caption) {
    return Text.of(caption.plain());
  }

  private void table(List<String> heads, List<Boolean> numbers, List<List<String>> rows) {
    List<String> rules = new ArrayList<>();
    numbers.forEach(n -> rules.add(n ? "---:" : "---"));
    List<List<String>> all = new ArrayList<>(List.of(heads, Collections.unmodifiableList(rules)));
    all.addAll(rows);
    StringBuilder lines = new StringBuilder();
    all.forEach(cells -> lines.append("| ").append(String.join(" | ", cells)).append(" |\n"));
    paragraph(lines.toString());
  }

  private void figure(Block.Figure figure) {
    paragraph(
        "*Figure.* " + inline(figure.caption()) + " " + MarkdownText.of(figure.chart().words()));
  }

  private void definition(Block.Definition definition, int level) {
    heading(
        definition.anchor(),
        MarkdownText.of(definition.term()) + " " + code(definition.id()),
        level);
    paragraph(inline(definition.meaning()));
    paragraph(
        definition.entries().stream()
            .map(e -> inline(e.name()) + ": " + inline(e.value()))
            .collect(Collectors.joining(" · ")));
  }

  private void command(Block.Command command) {
    paragraph(code(command.line()));
  }

  private static String inline(Text text) {
    return text.parts().stream().map(MarkdownWriter::inline).collect(Collectors.joining());
  }

  private static String inline(Inline part) {
    return switch (part) {
      case Inline.Words words -> MarkdownText.of(words.words());
      case Inline.Strong strong -> around("**", strong.words());
      case Inline.Aside aside -> MarkdownText.of(aside.words());
      case Inline.Data data -> MarkdownText.of(data.words());
      case Inline.Slice slice -> MarkdownText.of(slice.words());
      case Inline.Code code -> code(code.words());
      case Inline.Link link ->
          "[" + MarkdownText.of(link.words()) + "](#" + link.target().id() + ")";
      case Inline.Marked marked -> MarkdownText.of(marked.mark().sign() + " " + marked.words());
    };
  }

  /// Emphasis may not touch blanks.
  private static String around(String marks, String words) {
    String bare = words.strip();
    if (bare.isEmpty()) {
      return words;
    }
    int start = words.indexOf(bare);
    return words.substring(0, start)
        + marks
        + MarkdownText.of(bare)
        + marks
        + words.substring(start + bare.length());
  }

  /// Code without raw markup: the element of HTML, whose content can be escaped.
  private static String code(String letters) {
    return "<code>" + MarkdownText.of(letters) + "</code>";
  }
}
