package dev.assay.report.writer;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import dev.assay.chart.Chart;
import dev.assay.chart.Charts;
import dev.assay.chart.Theme;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Paints charts into the page as vectors and text.
final class ChartDrawer implements FSObjectDrawer, FSObjectDrawerFactory {

  private final List<Chart> charts;
  private final PaperFonts fonts;

  ChartDrawer(List<Chart> charts, PaperFonts fonts) {
    this.charts = charts;
    this.fonts = fonts;
  }

  @Override
  public FSObjectDrawer createDrawer(Element element) {
    return this;
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return PaperMarkup.CHART_TYPE.equals(element.getAttribute("type"));
  }

  @Override
  public @Nullable Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    Chart chart = charts.get(Integer.parseInt(element.getAttribute("data")));
    float pixelWidth = (float) (width / dotsPerPixel);
    float pixelHeight = (float) (height / dotsPerPixel);
    device.drawWithGraphics(
        (float) x,
        (float) y,
        pixelWidth,
        pixelHeight,
        graphics -> paint(chart, graphics, pixelWidth, pixelHeight));
    return null;
  }

  private void paint(Chart chart, Graphics2D graphics, float width, float height) {
    if (graphics instanceof PdfBoxGraphics2D pdf) {
      pdf.setFontTextDrawer(fonts);
    }
    double unit = PaperMarkup.POINTS * 96 / 72;
    graphics.scale(unit, unit);
    Charts.paint(
        chart,
        Theme.LIGHT,
        graphics,
        (int) Math.round(width / unit),
        (int) Math.round(height / unit));
  }
}
