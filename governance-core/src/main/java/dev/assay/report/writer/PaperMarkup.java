package dev.assay.report.writer;

import dev.assay.chart.Chart;
import dev.assay.chart.Charts;
import dev.assay.chart.Theme;
import dev.assay.report.document.Block;
import dev.assay.report.document.Branding;
import dev.assay.report.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A document as elements for paper: running heads, contents with page numbers, bookmarks.
final class PaperMarkup {

  /// Points a chart unit: a line of text is 720 units, 493 points wide.
  static final double POINTS = 493.0 / 720;

  static final String LOGO_TYPE = "application/x-assay-logo";
  static final String CHART_TYPE = "application/x-assay-chart";

  private static final double LOGO_HEIGHT = 26;
  private static final double LOGO_WIDTH = 140;
  private static final int LONGEST_RUNNING_TITLE = 90;
  private static final int LONGEST_IMPRINT = 200;

  private final Document document;
  private final List<Chart> charts = new ArrayList<>();
  private final DomMarkup markup = new DomMarkup(Printable::of);
  private final boolean tight;

  PaperMarkup(Document document) {
    this(document, false);
  }

  /// @param tight whether a document of one page is set as closely as can be read
  PaperMarkup(Document document, boolean tight) {
    this.document = document;
    this.tight = tight;
  }

  /// Charts by the number that the markup refers to, from 0.
  List<Chart> charts() {
    return charts;
  }

  org.w3c.dom.Document write() {
    markup.open("html", "lang", document.edition().language().tag());
    head();
    markup.open("body", "class", form()).line();
    running();
    BodyWriter body = new BodyWriter(markup, this::chart, true);
    markup.open("header");
    logo();
    markup.element("p", brand(), "class", "brand");
    markup.element("h1", document.title()).open("p");
    body.text(document.subtitle());
    markup.close().close().line();
    for (int i = 0; i < document.sections().size(); i++) {
      body.section(document.sections().get(i), 2, "top");
      if (i == 0 && !document.edition().onePage()) {
        contents();
      }
    }
    markup.close().close();
    return markup.finish();
  }

  private void head() {
    markup.open("head").element("title", document.title());
    markup.empty("meta", "name", "description", "content", document.description());
    markup.empty("meta", "name", "subject", "content", document.description());
    markup.empty("meta", "name", "author", "content", document.author());
    markup.open("style").text(sheet()).close();
    markup.open("bookmarks");
    document.sections().forEach(this::bookmark);
    markup.close().close().line();
  }

  private String form() {
    if (!document.edition().onePage()) {
      return "pages";
    }
    return tight ? "sheet tight" : "sheet";
  }

  private String sheet() {
    String sheet =
        Style.sheet("pdf.css") + (document.edition().onePage() ? Style.sheet("sheet.css") : "");
    return Style.resolved(sheet, Theme.LIGHT, document.edition().branding())
        .replace("var(--page)", '"' + document.words().say("paper.page") + " \"")
        .replace("var(--of)", "\" " + document.words().say("paper.of") + " \"");
  }

  private void bookmark(Block.Section section) {
    markup.open("bookmark", "name", section.heading().plain(), "href", "#" + section.anchor().id());
    HtmlWriter.inner(section).forEach(this::bookmark);
    markup.close();
  }

  private void running() {
    String title = document.title();
    markup.element(
        "div",
        title.length() <= LONGEST_RUNNING_TITLE
            ? title
            : title.substring(0, LONGEST_RUNNING_TITLE) + "…",
        "class",
        "running-head");
    markup.element("div", document.kind(), "class", "running-id");
    markup.element("div", shortened(document.closing()), "class", "running-foot").line();
  }

  /// Without the full stop, and no longer than two lines.
  private static String shortened(String imprint) {
    String line = imprint.endsWith(".") ? imprint.substring(0, imprint.length() - 1) : imprint;
    return line.length() <= LONGEST_IMPRINT ? line : line.substring(0, LONGEST_IMPRINT) + "…";
  }

  private String brand() {
    String name = document.edition().branding().name();
    return name.isEmpty() ? document.kind() : name + " · " + document.kind();
  }

  private void logo() {
    Branding branding = document.edition().branding();
    Branding.Logo logo = branding.logo();
    if (logo != null) {
      double height = Math.min(LOGO_HEIGHT, LOGO_WIDTH * logo.height() / logo.width());
      double width = height * logo.width() / logo.height();
      String alt = branding.name().isEmpty() ? "Logo" : branding.name();
      markup
          .open(
              "object",
              "type",
              LOGO_TYPE,
              "alt",
              alt,
              "title",
              alt,
              "class",
              "logo",
              "style",
              String.format(Locale.ROOT, "width:%.2fpt;height:%.2fpt", width, height))
          .close();
    }
  }

  private void contents() {
    markup.open("section", "class", "top").open("div", "class", "contents");
    markup.element("h2", document.words().say("paper.contents")).line();
    for (Block.Section section : document.sections()) {
      markup.open("p").element("a", section.heading().plain(), "href", target(section)).close();
      for (Block.Section inner : HtmlWriter.inner(section)) {
        markup
            .open("p", "class", "sub")
            .element("a", inner.heading().plain(), "href", target(inner))
            .close();
      }
    }
    markup.close().close().line();
  }

  private static String target(Block.Section section) {
    return "#" + section.anchor().id();
  }

  private void chart(Chart chart, int number, int width) {
    Chart printable = Charts.relabelled(chart, Printable::of);
    int height = Charts.height(printable, width);
    charts.add(printable);
    markup
        .open(
            "object",
            "type",
            CHART_TYPE,
            "data",
            String.valueOf(charts.size() - 1),
            "alt",
            chart.words(),
            "title",
            chart.words(),
            "class",
            "chart",
            "style",
            String.format(
                Locale.ROOT, "width:%.2fpt;height:%.2fpt", width * POINTS, height * POINTS))
        .close();
  }
}
