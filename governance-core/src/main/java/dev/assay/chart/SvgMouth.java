package dev.assay.chart;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/// Writes charts as SVG.
final class SvgMouth {

  private static final String NAMESPACES =
      " xmlns:xlink='http://www.w3.org/1999/xlink'"
          + " xmlns:jfreesvg='http://www.jfree.org/jfreesvg/svg'";

  private SvgMouth() {}

  static String svg(Chart chart, Lettering lettering, int width, int height, String prefix) {
    SVGGraphics2D graphics = new SVGGraphics2D(width, height);
    graphics.setDefsKeyPrefix(prefix + "-");
    graphics.setGeomDoubleConverter(SvgMouth::brief);
    graphics.setTransformDoubleConverter(SvgMouth::brief);
    Charts.paint(chart, lettering, graphics, width, height);
    String svg = graphics.getSVGElement(null, false, new ViewBox(0, 0, width, height), null, null);
    return tokens(svg.replace(NAMESPACES, ""))
        .replace("; fill-opacity: 1.0", "")
        .replace(";stroke-opacity:1.0", "")
        .replace(
            "font-family: \"Inter Semi Bold\"", "font-family: Inter, sans-serif; font-weight: 600")
        .replace("font-family: \"Inter\"", "font-family: Inter, sans-serif");
  }

  /// Colours become custom properties, so that the page decides between light and dark. Texts hold
  /// no raw `rgb(…)` that could be mistaken for one: a text that says so is changed to the same
  /// colour's name at worst, never to markup.
  private static String tokens(String svg) {
    Map<String, Token> names = new LinkedHashMap<>();
    for (Token token : Token.values()) {
      names.put(rgb(token.in(Theme.LIGHT)), token);
    }
    String mapped = svg;
    for (Map.Entry<String, Token> entry : names.entrySet()) {
      String property =
          "var(--" + entry.getValue().cssName() + "," + entry.getValue().hex(Theme.LIGHT) + ")";
      mapped =
          mapped
              .replace("fill: " + entry.getKey(), "fill: " + property)
              .replace("fill:" + entry.getKey(), "fill:" + property)
              .replace("stroke:" + entry.getKey(), "stroke:" + property);
    }
    return mapped;
  }

  private static String rgb(Color color) {
    return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
  }

  /// Two decimals are a fiftieth of a pixel.
  private static String brief(double number) {
    return new BigDecimal(number)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
