package dev.assay.report.writer;

import dev.assay.report.document.Inline;
import dev.assay.report.document.Mark;
import dev.assay.report.document.Text;

/// Lines of text as runs of WordprocessingML.
final class DocxText {

  private static final String MUTED = "66707C";

  private final HtmlMarkup out;

  DocxText(HtmlMarkup out) {
    this.out = out;
  }

  void write(Text text) {
    for (Inline part : text.parts()) {
      switch (part) {
        case Inline.Words words -> run(words.words());
        case Inline.Strong strong -> strong(strong.words());
        case Inline.Aside aside -> coloured(aside.words(), MUTED);
        case Inline.Data data -> run(data.words());
        case Inline.Slice slice -> run(slice.words());
        case Inline.Code code -> styled("Code", code.words());
        case Inline.Link link -> link(link);
        case Inline.Marked marked -> mark(marked.mark(), marked.words());
      }
    }
  }

  void run(String words) {
    out.open("w:r");
    words(words);
    out.close();
  }

  void strong(String words) {
    out.open("w:r").open("w:rPr").empty("w:b").close();
    words(words);
    out.close();
  }

  /// Sign and word, coloured; the sign says without colour what the colour says.
  void mark(Mark mark, String word) {
    out.open("w:r").open("w:rPr").empty("w:b").empty("w:color", "w:val", colour(mark)).close();
    words(mark.sign() + " " + word);
    out.close();
  }

  private static String colour(Mark mark) {
    return switch (mark) {
      case PASS -> "1F7A4D";
      case FAIL -> "B3362B";
      case UNDECIDED, ATTENTION -> "8A6100";
      case NEUTRAL -> MUTED;
    };
  }

  private void coloured(String words, String colour) {
    out.open("w:r").open("w:rPr").empty("w:color", "w:val", colour).close();
    words(words);
    out.close();
  }

  private void styled(String style, String words) {
    out.open("w:r").open("w:rPr").empty("w:rStyle", "w:val", style).close();
    words(words);
    out.close();
  }

  private void link(Inline.Link link) {
    out.open("w:hyperlink", "w:anchor", DocxBody.bookmark(link.target()), "w:history", "1");
    styled("Hyperlink", link.words());
    out.close();
  }

  private void words(String words) {
    out.element("w:t", words, "xml:space", "preserve");
  }
}
