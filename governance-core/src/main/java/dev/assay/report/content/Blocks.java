package dev.assay.report.content;

import dev.assay.report.document.Anchor;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.List;

/// Short names for the blocks that sections are made of.
final class Blocks {

  private Blocks() {}

  static Block.Section section(String anchor, String heading, List<Block> blocks) {
    return section(new Anchor(anchor), Text.of(heading), blocks);
  }

  static Block.Section section(Anchor anchor, Text heading, List<Block> blocks) {
    return new Block.Section(anchor, heading, List.copyOf(blocks));
  }

  static Block paragraph(String words) {
    return paragraph(Text.of(words));
  }

  static Block paragraph(Text text) {
    return new Block.Paragraph(Block.Tone.PLAIN, text);
  }

  static Block lead(Text text) {
    return new Block.Paragraph(Block.Tone.LEAD, text);
  }

  static Block note(String words) {
    return note(Text.of(words));
  }

  static Block note(Text text) {
    return new Block.Paragraph(Block.Tone.NOTE, text);
  }

  static Block.Entry entry(String name, Text value) {
    return new Block.Entry(Text.of(name), value);
  }

  static Block.Entry entry(String name, String value) {
    return new Block.Entry(Text.of(name), Text.of(value));
  }
}
