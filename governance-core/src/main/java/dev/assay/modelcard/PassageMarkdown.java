package dev.assay.modelcard;

import dev.assay.common.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;

/// Makes what people wrote fit into a card without touching what stands around it: its headings
/// stand below the card's own, a code block that was left open is closed, and raw HTML is text, so
/// that no passage can swallow or restyle the numbers that follow it.
final class PassageMarkdown {

  private static final int DEMOTION = 3;
  private static final int DEEPEST = 6;
  private static final int ROUNDS = 8;

  private PassageMarkdown() {}

  /// The passage as Markdown that may stand below a heading of the second or third level.
  static String of(String written) {
    String visible = visible(written.strip());
    String text = closed(demoted(withoutHtml(visible)));
    return isTooDeep(text)
        ? visible.lines().map(MarkdownText::of).collect(Collectors.joining("\n"))
        : text.strip();
  }

  /// A reader of Markdown may give up on lists in lists in lists, and then loses what follows.
  private static boolean isTooDeep(String text) {
    AtomicInteger deepest = new AtomicInteger();
    parsed(text)
        .accept(
            new AbstractVisitor() {
              private int depth;

              @Override
              protected void visitChildren(Node parent) {
                deepest.accumulateAndGet(++depth, Math::max);
                super.visitChildren(parent);
                depth--;
              }
            });
    return deepest.get() > CardMarkdown.DEEPEST / 2;
  }

  private static String visible(String text) {
    return text.replace("\t", "    ")
        .lines()
        .map(Visible::of)
        .map(line -> line.replaceAll(" {3,}$", "  "))
        .collect(Collectors.joining("\n"));
  }

  /// Escaping one piece of HTML can lay bare another, so it is repeated until none is left.
  private static String withoutHtml(String written) {
    String text = written;
    for (int round = 0; round < ROUNDS; round++) {
      Set<Integer> opened = new TreeSet<>(Comparator.reverseOrder());
      String now = text;
      parsed(text)
          .accept(
              new AbstractVisitor() {
                @Override
                public void visit(HtmlBlock block) {
                  open(block);
                }

                @Override
                public void visit(HtmlInline inline) {
                  open(inline);
                }

                private void open(Node node) {
                  for (SourceSpan span : node.getSourceSpans()) {
                    for (int i = 0; i < span.getLength(); i++) {
                      if (now.charAt(span.getInputIndex() + i) == '<') {
                        opened.add(span.getInputIndex() + i);
                      }
                    }
                  }
                }
              });
      if (opened.isEmpty()) {
        return text;
      }
      StringBuilder escaped = new StringBuilder(text);
      opened.forEach(at -> escaped.replace(at, at + 1, "&lt;"));
      text = escaped.toString();
    }
    return text.replace("<", "&lt;");
  }

  private static String demoted(String written) {
    List<Heading> headings = new ArrayList<>();
    parsed(written)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Heading heading) {
                headings.add(heading);
              }
            });
    StringBuilder text = new StringBuilder(written);
    for (Heading heading : headings.reversed()) {
      demote(text, heading);
    }
    return text.toString();
  }

  private static void demote(StringBuilder text, Heading heading) {
    List<SourceSpan> spans = heading.getSourceSpans();
    int level = Math.min(DEEPEST, heading.getLevel() + DEMOTION);
    int start = spans.getFirst().getInputIndex();
    if (spans.size() == 1) {
      text.insert(start, "#".repeat(level - heading.getLevel()));
      return;
    }
    SourceSpan underline = spans.getLast();
    text.delete(underline.getInputIndex(), underline.getInputIndex() + underline.getLength());
    for (int i = spans.size() - 2; i > 0; i--) {
      SourceSpan before = spans.get(i - 1);
      text.replace(before.getInputIndex() + before.getLength(), spans.get(i).getInputIndex(), " ");
    }
    text.insert(start, "#".repeat(level) + " ");
  }

  private static String closed(String written) {
    for (Node node = parsed(written).getLastChild(); node != null; node = node.getLastChild()) {
      if (node instanceof FencedCodeBlock code && code.getClosingFenceLength() == null) {
        String fence = code.getFenceCharacter().repeat(code.getOpeningFenceLength());
        return node.getParent().getParent() == null ? written + "\n" + fence : written;
      }
    }
    return written;
  }

  private static Node parsed(String text) {
    return CardMarkdown.parse(text, IncludeSourceSpans.BLOCKS_AND_INLINES);
  }
}
