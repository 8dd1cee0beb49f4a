package dev.assay.report.writer;

import dev.assay.chart.Charts;
import dev.assay.report.document.Block;
import dev.assay.report.document.Branding;
import dev.assay.report.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/// Writes a document as one HTML file that needs nothing else: no script, no network, fonts and
/// charts within.
public final class HtmlWriter {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
          + "base-uri 'none'; form-action 'none'";

  private HtmlWriter() {}

  /// The file's bytes, UTF-8.
  public static byte[] write(Document document) {
    String body = body(document);
    HtmlMarkup markup = new HtmlMarkup(UnaryOperator.identity());
    markup
        .ours("<!DOCTYPE html>\n")
        .open("html", "lang", document.edition().language().tag())
        .line();
    head(markup, document, EmbeddedFonts.faces(body));
    markup.ours(body);
    markup.close().line();
    return markup.finish().getBytes(StandardCharsets.UTF_8);
  }

  private static void head(HtmlMarkup markup, Document document, String fonts) {
    markup.open("head").line();
    markup.empty("meta", "charset", "utf-8").line();
    markup.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
    markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    markup.empty("meta", "name", "referrer", "content", "no-referrer");
    markup.empty("meta", "name", "description", "content", document.description());
    markup.empty("meta", "name", "author", "content", document.author()).line();
    markup.element("title", document.title()).line();
    markup
        .open("style")
        .ours(
            fonts
                + Style.properties(document.edition().branding())
                + "\n"
                + Style.sheet("html.css"))
        .close();
    markup.line().close().line();
  }

  private static String body(Document document) {
    HtmlMarkup markup = new HtmlMarkup(UnaryOperator.identity());
    BodyWriter body =
        new BodyWriter(
            markup,
            (chart, number, width) ->
                markup
                    .open(
                        "div",
                        "class",
                        "chart",
                        "role",
                        "img",
                        "style",
                        "max-width:" + width * 5 / 4 + "px",
                        "aria-label",
                        chart.words())
                    .ours(
                        Charts.svg(
                            chart,
                            document.words().lettering(),
                            width,
                            Charts.height(chart, width),
                            "c" + number))
                    .close(),
            false);
    markup.open("body").line();
    markup
        .element("a", document.words().say("paper.skip"), "class", "skip", "href", "#content")
        .line();
    markup.open("div", "class", "page");
    markup.open("nav", "aria-label", document.words().say("paper.contents"));
    markup.element("p", document.kind(), "class", "brand");
    contents(markup, document.sections());
    markup.close().line();
    markup.open("main", "id", "content");
    markup.open("header");
    logo(markup, document.edition().branding());
    markup.element("h1", document.title()).open("p");
    body.text(document.subtitle());
    markup.close().close().line();
    document.sections().forEach(s -> body.section(s, 2));
    markup.open("footer").open("p");
    markup.text(document.closing());
    markup.close().close().close().close().line().close();
    return markup.finish();
  }

  private static void logo(Markup markup, Branding branding) {
    Branding.Logo logo = branding.logo();
    if (logo != null) {
      markup.empty(
          "img",
          "class",
          "logo",
          "alt",
          branding.name(),
          "src",
          "data:image/png;base64," + Base64.getEncoder().encodeToString(logo.png()));
    } else if (!branding.name().isEmpty()) {
      markup.element("p", branding.name(), "class", "owner");
    }
  }

  private static void contents(Markup markup, List<Block.Section> sections) {
    markup.open("ol");
    for (Block.Section section : sections) {
      markup.open("li");
      link(markup, section);
      List<Block.Section> inner = inner(section);
      if (!inner.isEmpty()) {
        markup.open("ol");
        for (Block.Section below : inner) {
          markup.open("li");
          link(markup, below);
          markup.close();
        }
        markup.close();
      }
      markup.close();
    }
    markup.close();
  }

  /// Sections directly below.
  static List<Block.Section> inner(Block.Section section) {
    return section.blocks().stream()
        .filter(b -> b instanceof Block.Section)
        .map(b -> (Block.Section) b)
        .toList();
  }

  private static void link(Markup markup, Block.Section section) {
    markup.element("a", section.heading().plain(), "href", "#" + section.anchor().id());
  }
}
