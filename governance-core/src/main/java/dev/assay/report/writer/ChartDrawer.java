package dev.assay.report.writer;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import dev.assay.chart.Chart;
import dev.assay.chart.Charts;
import dev.assay.report.document.Branding;
import dev.assay.report.document.Edition;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Paints charts into the page as vectors and text, and a logo as a picture.
final class ChartDrawer implements FSObjectDrawer, FSObjectDrawerFactory {

  private final List<Chart> charts;
  private final PaperFonts fonts;
  private final Edition edition;

  ChartDrawer(List<Chart> charts, PaperFonts fonts, Edition edition) {
    this.charts = charts;
    this.fonts = fonts;
    this.edition = edition;
  }

  @Override
  public FSObjectDrawer createDrawer(Element element) {
    return this;
  }

  @Override
  public boolean isReplacedObject(Element element) {
    String type = element.getAttribute("type");
    return PaperMarkup.CHART_TYPE.equals(type) || PaperMarkup.LOGO_TYPE.equals(type);
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
    boolean isLogo = PaperMarkup.LOGO_TYPE.equals(element.getAttribute("type"));
    float pixelWidth = (float) (width / dotsPerPixel);
    float pixelHeight = (float) (height / dotsPerPixel);
    device.drawWithGraphics(
        (float) x,
        (float) y,
        pixelWidth,
        pixelHeight,
        graphics -> {
          if (isLogo) {
            logo(graphics, pixelWidth, pixelHeight);
          } else {
            int number = Integer.parseInt(element.getAttribute("data"));
            paint(charts.get(number), graphics, pixelWidth, pixelHeight);
          }
        });
    return null;
  }

  private void logo(Graphics2D graphics, float width, float height) {
    Branding.Logo logo =
        Objects.requireNonNull(edition.branding().logo(), "markup without a logo has none");
    // a smoothed picture is not allowed in archives (ISO 19005-3, 6.2.8)
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    try {
      graphics.drawImage(
          ImageIO.read(new ByteArrayInputStream(logo.png())),
          0,
          0,
          Math.round(width),
          Math.round(height),
          null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void paint(Chart chart, Graphics2D graphics, float width, float height) {
    if (graphics instanceof PdfBoxGraphics2D pdf) {
      pdf.setFontTextDrawer(fonts);
    }
    double unit = PaperMarkup.POINTS * 96 / 72;
    graphics.scale(unit, unit);
    Charts.paint(
        chart,
        edition.words().lettering(),
        graphics,
        (int) Math.round(width / unit),
        (int) Math.round(height / unit));
  }
}
