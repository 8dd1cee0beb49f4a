package dev.assay.report.branding;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.report.document.Branding.Logo;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// Reads a logo. Whatever it was, what leaves is a PNG of pixels that were drawn here: nothing else
/// of the file comes into a document.
final class LogoReader {

  /// Largest size of what leaves; enough for print at the size of a heading.
  static final int WIDEST = 1_200;

  static final int HIGHEST = 300;

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_PIXELS = 4_000;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private final Path file;

  private LogoReader(Path file) {
    this.file = file;
  }

  /// @throws InputRejected when it is no picture that can be taken
  static Logo read(Path file) {
    return new LogoReader(file).read();
  }

  private Logo read() {
    byte[] bytes = bytes();
    BufferedImage image = isPng(bytes) ? png(bytes) : svg(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new IllegalStateException("a picture in memory cannot be written", e);
    }
    return new Logo(out.toByteArray(), image.getWidth(), image.getHeight());
  }

  private byte[] bytes() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw refused("it is larger than 1 MB", null);
      }
      return bytes;
    } catch (IOException e) {
      throw refused("it cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isPng(byte[] bytes) {
    for (int i = 0; i < PNG.length; i++) {
      if (bytes.length <= i || bytes[i] != PNG[i]) {
        return false;
      }
    }
    return true;
  }

  private BufferedImage png(byte[] bytes) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > MOST_PIXELS || height > MOST_PIXELS) {
          throw refused(
              String.format(
                  Locale.ROOT,
                  "it has %d × %d pixels, at most %d a side are taken",
                  width,
                  height,
                  MOST_PIXELS),
              null);
        }
        return fitted(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof InputRejected said) {
        throw said;
      }
      throw refused("it is damaged: " + e.getMessage(), e);
    }
  }

  private BufferedImage svg(byte[] bytes) {
    return fitted(new SvgLogo(this::refused).draw(bytes));
  }

  /// No larger than is needed, with its transparency.
  private static BufferedImage fitted(BufferedImage image) {
    double scale =
        Math.min(
            1, Math.min((double) WIDEST / image.getWidth(), (double) HIGHEST / image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = fitted.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return fitted;
  }

  private InputRejected refused(String why, @Nullable Throwable cause) {
    return new InputRejected(
        "BRANDING-LOGO",
        "The logo '"
            + Visible.of(String.valueOf(file.getFileName()), 80)
            + "' is not taken: "
            + why
            + ".",
        "Give a PNG of up to 4,000 pixels a side, or an SVG of plain shapes with text as paths.",
        cause);
  }
}
