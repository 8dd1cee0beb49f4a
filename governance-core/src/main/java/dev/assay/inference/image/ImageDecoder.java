package dev.assay.inference.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes PNG, JPEG, GIF (its first picture) and BMP. Sizes are looked at before anything is
/// decoded. Runs in the worker: the bytes are not trusted.
///
/// @param root folder that paths are relative to; nothing outside it is read
public record ImageDecoder(Path root) {

  private static final long MOST_BYTES = 64L << 20;
  private static final long MOST_PIXELS = 64L << 20;

  /// Reads an image.
  ///
  /// @param path relative to the root
  /// @param channels 1 = grey, 3 = red, green, blue; transparent pixels lie over white
  /// @throws UnreadableImage when it is none that can be read
  public Pixels read(String path, int channels) throws UnreadableImage {
    Path file = inside(path);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UnreadableImage("it is larger than 64 MiB");
      }
      return decoded(Files.readAllBytes(file), channels);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableImage("it is damaged or of no kind that can be read");
    }
  }

  private Path inside(String path) throws UnreadableImage {
    try {
      Path folder = root.toRealPath();
      Path file = folder.resolve(path);
      if (!file.normalize().startsWith(folder)) {
        throw new UnreadableImage("it lies outside the dataset's folder");
      }
      if (!Files.isRegularFile(file)) {
        throw new UnreadableImage("there is no such file");
      }
      if (!file.toRealPath().startsWith(folder)) {
        throw new UnreadableImage("it lies outside the dataset's folder");
      }
      return file;
    } catch (IOException | InvalidPathException e) {
      throw new UnreadableImage("its path cannot be read");
    }
  }

  private static Pixels decoded(byte[] bytes, int channels) throws IOException, UnreadableImage {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new java.io.ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new UnreadableImage("it is damaged or of no kind that can be read");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
          throw new UnreadableImage("it has more than 64 million pixels");
        }
        return pixels(reader.read(0), channels);
      } finally {
        reader.dispose();
      }
    }
  }

  private static Pixels pixels(BufferedImage image, int channels) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] values = new byte[Math.multiplyExact(width * channels, height)];
    boolean grey =
        image.getRaster().getNumBands() == 1
            && image.getSampleModel().getSampleSize(0) == Byte.SIZE
            && image.getColorModel().getColorSpace().getNumComponents() == 1;
    if (grey) {
      grey(image.getRaster(), channels, values);
      return new Pixels(width, height, channels, values);
    }
    int[] line = new int[width];
    int at = 0;
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, line, 0, width);
      for (int argb : line) {
        int alpha = argb >>> 24;
        int red = over(argb >> 16 & 0xFF, alpha);
        int green = over(argb >> 8 & 0xFF, alpha);
        int blue = over(argb & 0xFF, alpha);
        if (channels == 1) {
          values[at++] = luma(red, green, blue);
        } else {
          values[at++] = (byte) red;
          values[at++] = (byte) green;
          values[at++] = (byte) blue;
        }
      }
    }
    return new Pixels(width, height, channels, values);
  }

  /// Grey samples are taken as they stand: a colour space would bend them.
  private static void grey(Raster raster, int channels, byte[] values) {
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        byte value = (byte) raster.getSample(raster.getMinX() + x, raster.getMinY() + y, 0);
        for (int c = 0; c < channels; c++) {
          values[at++] = value;
        }
      }
    }
  }

  private static int over(int value, int alpha) {
    return alpha == 255 ? value : (value * alpha + 255 * (255 - alpha) + 127) / 255;
  }

  /// ITU-R 601-2 as Pillow has it.
  private static byte luma(int red, int green, int blue) {
    return (byte) ((red * 19_595 + green * 38_470 + blue * 7_471 + 0x8000) >> 16);
  }
}
