package dev.assay.report.branding;

import dev.assay.common.InputRejected;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.anim.dom.SAXSVGDocumentFactory;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Draws an SVG of plain shapes. Scripts, pictures from elsewhere, styles that fetch and text,
/// which looks different on every computer, are refused before anything is drawn.
final class SvgLogo {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int MOST_ELEMENTS = 5_000;
  private static final int DEEPEST = 40;
  private static final double MOST_ASPECT = 20;
  private static final Set<String> SHAPES =
      Set.of(
          "svg",
          "g",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "defs",
          "linearGradient",
          "radialGradient",
          "stop",
          "clipPath",
          "title",
          "desc");

  private final Refusal refusal;
  private int elements;

  /// Makes the refusal of a file.
  @FunctionalInterface
  interface Refusal {
    InputRejected of(String why, @Nullable Throwable cause);
  }

  SvgLogo(Refusal refusal) {
    this.refusal = refusal;
  }

  BufferedImage draw(byte[] bytes) {
    Element root = parsed(bytes).getDocumentElement();
    check(root, 1);
    double wide = aspect(root);
    double height = Math.min(LogoReader.HIGHEST, LogoReader.WIDEST / wide);
    Canvas canvas = new Canvas();
    canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_EXECUTE_ONLOAD, false);
    canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
    canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
    canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_HEIGHT, (float) height);
    canvas.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) (height * wide));
    try {
      Document document =
          new SAXSVGDocumentFactory(null)
              .createDocument("logo.svg", new ByteArrayInputStream(bytes));
      canvas.transcode(new TranscoderInput(document), new TranscoderOutput());
    } catch (IOException | TranscoderException | RuntimeException e) {
      throw refusal.of("it cannot be drawn: " + e.getMessage(), e);
    }
    BufferedImage drawn = canvas.drawn;
    if (drawn == null) {
      throw refusal.of("nothing is drawn by it", null);
    }
    return drawn;
  }

  /// How many times wider than high.
  private double aspect(Element root) {
    String[] box = root.getAttribute("viewBox").strip().split("[\\s,]+");
    double width = number(box.length == 4 ? box[2] : root.getAttribute("width"));
    double height = number(box.length == 4 ? box[3] : root.getAttribute("height"));
    double aspect = width / height;
    if (!(aspect >= 1.0 / MOST_ASPECT && aspect <= MOST_ASPECT)) {
      throw refusal.of("its viewBox does not say how wide and how high it is", null);
    }
    return aspect;
  }

  private static double number(String length) {
    try {
      return Double.parseDouble(length.strip().replaceFirst("(px|pt|mm|cm)$", ""));
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  private Document parsed(byte[] bytes) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(bytes));
    } catch (SAXException | IOException e) {
      throw refusal.of("it is neither PNG nor SVG: " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform can refuse a document type", e);
    }
  }

  private void check(Element element, int depth) {
    String name = element.getLocalName();
    if (!SVG.equals(element.getNamespaceURI()) || !SHAPES.contains(name)) {
      throw refusal.of("it holds '" + name + "', which is no plain shape", null);
    }
    if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
      throw refusal.of("it has more parts than a logo has", null);
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      check((Attr) element.getAttributes().item(i));
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      switch (child.getNodeType()) {
        case Node.ELEMENT_NODE -> check((Element) child, depth + 1);
        case Node.PROCESSING_INSTRUCTION_NODE ->
            throw refusal.of("it holds an instruction for a processor", null);
        default -> {}
      }
    }
  }

  private void check(Attr attribute) {
    String name = String.valueOf(attribute.getLocalName()).toLowerCase(Locale.ROOT);
    String value = attribute.getValue();
    if (name.startsWith("on")) {
      throw refusal.of("it holds '" + name + "', which runs something", null);
    }
    boolean fetches =
        value.replaceAll("(?i)url\\(\\s*['\"]?#", "").toLowerCase(Locale.ROOT).contains("url(");
    if (fetches || (name.equals("href") && !value.startsWith("#")) || value.contains("@import")) {
      throw refusal.of("'" + name + "' leads to another file", null);
    }
  }

  /// Keeps what is drawn.
  private static final class Canvas extends ImageTranscoder {

    private @Nullable BufferedImage drawn;

    @Override
    public BufferedImage createImage(int width, int height) {
      return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    @Override
    public void writeImage(BufferedImage image, TranscoderOutput output) {
      drawn = image;
    }
  }
}
