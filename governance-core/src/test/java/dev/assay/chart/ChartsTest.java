package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.entity.ChartEntity;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartsTest {

  private static final int WIDTH = 400;

  static List<Chart> charts() {
    return SampleCharts.all();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void svgIsTheSameEachTime(Chart chart) {
    assertThat(svg(chart)).isEqualTo(svg(chart));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void svgIsWellFormedAndRefersToNothingOutside(Chart chart) {
    Document svg = Jsoup.parse(svg(chart), "", Parser.xmlParser());

    assertThat(svg.select("svg")).hasSize(1);
    assertThat(svg.select("script, image, use, foreignObject")).isEmpty();
    Set<String> ids = new HashSet<>();
    for (Element element : svg.getAllElements()) {
      element
          .attributes()
          .forEach(
              a -> {
                assertThat(a.getKey()).doesNotStartWith("on").doesNotContain("href");
                if (a.getKey().equals("id")) {
                  assertThat(ids.add(a.getValue())).as(a.getValue()).isTrue();
                  assertThat(a.getValue()).startsWith("c7-");
                }
              });
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void svgTakesEveryColourFromTheTokens(Chart chart) {
    assertThat(svg(chart)).doesNotContain("fill: rgb(", "fill:rgb(", "stroke:rgb(");
    Matcher used = Pattern.compile("var\\(--([a-z-]+),").matcher(svg(chart));
    Set<String> known = new HashSet<>();
    for (Token token : Token.values()) {
      known.add(token.cssName());
    }
    int count = 0;
    while (used.find()) {
      assertThat(known).contains(used.group(1));
      count++;
    }
    assertThat(count).isPositive();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void textIsNeverSmallerThanElevenUnits(Chart chart) {
    Matcher size = Pattern.compile("font-size: (\\d+)px").matcher(svg(chart));
    int texts = 0;
    while (size.find()) {
      assertThat(Integer.parseInt(size.group(1))).isGreaterThanOrEqualTo(11);
      texts++;
    }
    assertThat(texts).isPositive();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void chartHasATextAlternativeAndDrawsInBothThemes(Chart chart) {
    assertThat(chart.words()).isNotBlank();
    assertThat(inked(chart, Theme.LIGHT)).isGreaterThan(500);
    assertThat(inked(chart, Theme.DARK)).isGreaterThan(500);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void textStaysInsideTheChartFromANoteToAWall(Chart chart) {
    for (int width : List.of(WIDTH, 720, 3840)) {
      int height = Charts.height(chart, width);
      BufferedImage image =
          new BufferedImage(width + 200, height + 200, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.translate(100, 100);
      Charts.paint(chart, Theme.LIGHT, graphics, width, height);
      assertThat(inkOutside(image, width, height)).as(chart.title() + " at " + width).isZero();
    }
  }

  private static int inkOutside(BufferedImage image, int width, int height) {
    int ink = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean inside = x >= 99 && x <= 100 + width && y >= 99 && y <= 100 + height;
        ink += inside || (image.getRGB(x, y) & 0xffffff) == 0 ? 0 : 1;
      }
    }
    return ink;
  }

  @Test
  void hostileNamesStayText() {
    String svg = svg(SampleCharts.bars());

    assertThat(svg).contains("&lt;script&gt;").doesNotContain("<script");
  }

  @Test
  void barsTellTheWindowWhatTheyShow() {
    ChartRenderingInfo info = new ChartRenderingInfo();
    Graphics2D graphics =
        new BufferedImage(WIDTH, 300, BufferedImage.TYPE_INT_RGB).createGraphics();
    Charts.chart(SampleCharts.bars(), Theme.LIGHT)
        .draw(graphics, new java.awt.geom.Rectangle2D.Double(0, 0, WIDTH, 300), info);

    List<String> tips = new ArrayList<>();
    for (Object entity : info.getEntityCollection().getEntities()) {
      tips.add(String.valueOf(((ChartEntity) entity).getToolTipText()));
    }
    assertThat(tips).contains("White: 0.210, n 13,946");
  }

  @Test
  void relabelledChangesEveryText() {
    for (Chart chart : SampleCharts.all()) {
      String svg = Charts.svg(Charts.relabelled(chart, t -> "§"), WIDTH, 300, "c");
      Document parsed = Jsoup.parse(svg, "", Parser.xmlParser());
      assertThat(parsed.select("text"))
          .isNotEmpty()
          .allSatisfy(t -> assertThat(t.text()).matches("[§0-9.,−-]*( \\(\\d\\))?|rows"));
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void textsReachAContrastOfFourAndAHalf(Theme theme) {
    for (Token ground : List.of(Token.PANEL, Token.BACKGROUND)) {
      for (Token ink :
          List.of(Token.INK, Token.MUTED, Token.ACCENT, Token.PASS, Token.FAIL, Token.ATTENTION)) {
        assertContrast(ink, ground, theme);
      }
    }
    assertContrast(Token.PASS, Token.PASS_SOFT, theme);
    assertContrast(Token.FAIL, Token.FAIL_SOFT, theme);
    assertContrast(Token.ATTENTION, Token.ATTENTION_SOFT, theme);
    assertContrast(Token.INK, Token.GRID, theme);
    for (Token soft : List.of(Token.PASS_SOFT, Token.FAIL_SOFT, Token.ATTENTION_SOFT)) {
      assertContrast(Token.INK, soft, theme);
    }
  }

  private static void assertContrast(Token ink, Token ground, Theme theme) {
    assertThat(contrast(ink.in(theme), ground.in(theme)))
        .as(ink + " on " + ground + ", " + theme)
        .isGreaterThanOrEqualTo(4.5);
  }

  /// As in WCAG 2.2.
  private static double contrast(Color a, Color b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static long inked(Chart chart, Theme theme) {
    int height = Charts.height(chart, WIDTH);
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Token.PANEL.in(theme));
    graphics.fillRect(0, 0, WIDTH, height);
    Charts.paint(chart, theme, graphics, WIDTH, height);
    int ground = Token.PANEL.in(theme).getRGB();
    long inked = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < WIDTH; x++) {
        inked += image.getRGB(x, y) == ground ? 0 : 1;
      }
    }
    return inked;
  }

  private static String svg(Chart chart) {
    return Charts.svg(chart, WIDTH, Charts.height(chart, WIDTH), "c7");
  }
}
