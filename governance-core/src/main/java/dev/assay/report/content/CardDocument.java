package dev.assay.report.content;

import dev.assay.audit.Dossier;
import dev.assay.common.Visible;
import dev.assay.modelcard.CardBlock;
import dev.assay.modelcard.CardBlocks;
import dev.assay.modelcard.ModelCard;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;

/// A model card as a document tree, so that it can be printed and edited like a report.
public final class CardDocument {

  private static final String DEEPER = "    ";

  private int anchors;

  private CardDocument() {}

  /// The document of a card.
  public static Document of(Dossier dossier, ModelCard card) {
    List<ModelCard.Section> sections = new ArrayList<>(card.sections());
    if (!card.missing().isEmpty()) {
      sections.add(
          new ModelCard.Section(
              "Still to be written by people", "- " + String.join("\n- ", card.missing())));
    }
    String id = Visible.of(dossier.audit().id(), 160);
    return new Document(
        id,
        card.name(),
        Text.of(card.completeness().words() + " " + card.signature()),
        "Model card of " + card.name(),
        Visible.of(dossier.audit().author(), 160),
        dossier.audit().created(),
        sections(sections),
        "Model card",
        "Numbers of audit " + id + ", recorded " + Say.minute(dossier.audit().created()) + ".");
  }

  /// Sections in Markdown as sections of a document.
  static List<Block.Section> sections(List<ModelCard.Section> sections) {
    CardDocument document = new CardDocument();
    return sections.stream().map(document::section).toList();
  }

  private Block.Section section(ModelCard.Section section) {
    Anchor anchor = anchor();
    List<CardBlock> parts = CardBlocks.of(section.body());
    return new Block.Section(anchor, Text.of(section.heading()), below(parts, 2));
  }

  private Anchor anchor() {
    return new Anchor("part-" + ++anchors);
  }

  /// Parts up to the first heading, then a section for each heading of the highest level.
  private List<Block> below(List<CardBlock> parts, int level) {
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    while (at < parts.size()) {
      if (parts.get(at) instanceof CardBlock.Heading heading) {
        int end = at + 1;
        while (end < parts.size()
            && !(parts.get(end) instanceof CardBlock.Heading next
                && next.level() <= heading.level())) {
          end++;
        }
        Anchor anchor = anchor();
        List<CardBlock> inner = parts.subList(at + 1, end);
        blocks.add(new Block.Section(anchor, text(heading.runs()), below(inner, level + 1)));
        at = end;
      } else {
        blocks.add(block(parts.get(at++)));
      }
    }
    return blocks;
  }

  private Block block(CardBlock part) {
    return switch (part) {
      case CardBlock.Heading heading ->
          new Block.Section(anchor(), text(heading.runs()), List.of());
      case CardBlock.Paragraph paragraph ->
          new Block.Paragraph(Block.Tone.PLAIN, text(paragraph.runs()));
      case CardBlock.Items items ->
          new Block.Bullets(items.items().stream().map(CardDocument::item).toList());
      case CardBlock.Code code ->
          new Block.Paragraph(Block.Tone.PLAIN, new Text(List.of(new Inline.Code(code.lines()))));
      case CardBlock.Table table -> table(table);
    };
  }

  private static Text item(CardBlock.Item item) {
    String before = DEEPER.repeat(item.depth()) + (item.mark().isEmpty() ? "" : item.mark() + " ");
    return Text.of(before).and(text(item.runs()));
  }

  private static Block.Table table(CardBlock.Table table) {
    List<Block.Column> columns = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      CardBlock.Column column = table.columns().get(c);
      boolean last = c == table.columns().size() - 1;
      columns.add(
          new Block.Column(
              text(column.heading()),
              column.number()
                  ? Block.Kind.NUMBER
                  : last && c > 0 ? Block.Kind.WORDS : Block.Kind.NAME));
    }
    List<Block.Row> rows =
        table.rows().stream()
            .map(r -> new Block.Row(false, r.stream().map(CardDocument::text).toList()))
            .toList();
    return new Block.Table(Text.NONE, columns, rows, Text.NONE);
  }

  private static Text text(List<CardBlock.Run> runs) {
    List<Inline> parts = new ArrayList<>();
    for (CardBlock.Run run : runs) {
      parts.add(
          switch (run.style()) {
            case PLAIN -> new Inline.Words(run.words());
            case STRONG -> new Inline.Strong(run.words());
            case CODE -> new Inline.Code(run.words());
          });
    }
    return new Text(parts);
  }
}
