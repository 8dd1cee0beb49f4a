package dev.assay.app.gui.document;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.FlowLink;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Mark;
import dev.assay.report.document.Text;
import dev.assay.slice.RowQuery;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.text.TextFlow;

/// Lines of text as nodes.
///
/// @param open leads to an anchor
/// @param links where slices lead
record TextNodes(Consumer<String> open, RowLinks links) {

  private static final int SHORT = 14;
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /// Running text that wraps.
  TextFlow flow(Text text, String... styles) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("flow");
    flow.getStyleClass().addAll(styles);
    text.parts().forEach(part -> flow.getChildren().addAll(nodes(part)));
    flow.setAccessibleText(text.plain());
    return flow;
  }

  /// The name of a figure: a link that wraps, or running text.
  Node name(Text text) {
    if (text.parts().size() == 1 && text.parts().getFirst() instanceof Inline.Link link) {
      Node node = node(link);
      if (node instanceof Hyperlink words) {
        words.setWrapText(true);
        words.getStyleClass().add("figure-name");
      }
      return node;
    }
    return flow(text, "muted-flow");
  }

  /// A text in a cell: a plain short one is a label, which costs less to lay out than running text.
  Node cell(Text text) {
    if (text.parts().size() != 1) {
      return flow(text);
    }
    Inline only = text.parts().getFirst();
    return switch (only) {
      case Inline.Words w when isShort(w) -> label(w.words(), "words");
      case Inline.Data d when isShort(d) -> label(d.words(), "data");
      case Inline.Aside a when isShort(a) -> label(a.words(), "muted");
      case Inline.Slice s -> links.atHand() ? wrapping(node(s)) : label(s.words(), "data");
      case Inline.Link l -> wrapping(node(l));
      case Inline.Marked m -> node(m);
      case Inline.Words w -> flow(text);
      case Inline.Data d -> flow(text);
      case Inline.Aside a -> flow(text);
      case Inline.Strong s -> flow(text);
      case Inline.Code c -> flow(text);
    };
  }

  private static Node wrapping(Node node) {
    if (node instanceof Hyperlink link) {
      link.setWrapText(true);
      link.setMinHeight(Hyperlink.USE_PREF_SIZE);
    }
    return node;
  }

  private static boolean isShort(Inline part) {
    return part.words().length() <= SHORT;
  }

  private static Label label(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /// A mark: sign and word.
  static Label badge(Mark mark, String word) {
    Label badge = new Label(mark.sign() + " " + word);
    badge.getStyleClass().addAll("badge", mark.name().toLowerCase(Locale.ROOT));
    badge.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    return badge;
  }

  /// A part of running text; links wrap.
  private List<Node> nodes(Inline part) {
    return switch (part) {
      case Inline.Link link -> {
        List<Node> parts = FlowLink.of(link.words(), () -> open.accept(link.target().id()));
        parts.forEach(p -> MetricTips.install(p, link.target()));
        yield parts;
      }
      case Inline.Slice slice when links.atHand() ->
          FlowLink.of(slice.words(), () -> links.open(RowQuery.of(slice.slice())), "rows-link");
      case Inline.Slice slice -> List.of(node(slice));
      case Inline.Words words -> List.of(node(words));
      case Inline.Strong strong -> List.of(node(strong));
      case Inline.Aside aside -> List.of(node(aside));
      case Inline.Data data -> List.of(node(data));
      case Inline.Code code -> code(code.words());
      case Inline.Marked marked -> List.of(node(marked));
    };
  }

  /// The toolkit does not break lines within text that has combining marks, as b̄.
  private static List<Node> code(String words) {
    return MARKS.matcher(words).find()
        ? Stream.of(words.split("(?<= )")).map(word -> styled(word, "code")).toList()
        : List.of(styled(words, "code"));
  }

  private Node node(Inline part) {
    return switch (part) {
      case Inline.Words words -> styled(words.words(), "words");
      case Inline.Strong strong -> styled(strong.words(), "strong");
      case Inline.Aside aside -> styled(aside.words(), "aside");
      case Inline.Data data -> styled(data.words(), "data");
      case Inline.Slice slice -> slice(slice);
      case Inline.Code code -> styled(code.words(), "code");
      case Inline.Marked marked -> badge(marked.mark(), marked.words());
      case Inline.Link link -> {
        Hyperlink words = new Hyperlink(link.words());
        words.setOnAction(event -> open.accept(link.target().id()));
        MetricTips.install(words, link.target());
        yield words;
      }
    };
  }

  private Node slice(Inline.Slice slice) {
    if (!links.atHand()) {
      return styled(slice.words(), "data");
    }
    Hyperlink words = new Hyperlink(slice.words());
    words.getStyleClass().add("rows-link");
    words.setAccessibleText("Rows of " + slice.words());
    words.setOnAction(event -> links.open(RowQuery.of(slice.slice())));
    return words;
  }

  private static Node styled(String words, String style) {
    javafx.scene.text.Text text = new javafx.scene.text.Text(words);
    text.getStyleClass().addAll("text-run", style);
    return text;
  }
}
