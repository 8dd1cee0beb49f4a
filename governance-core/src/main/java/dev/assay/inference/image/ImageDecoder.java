package dev.assay.inference.image;

import dev.assay.model.ImageReading.Convention;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes PNG, JPEG, GIF (its first picture), BMP and TIFF (its first page), and turns them
/// upright. Sizes are looked at before anything is decoded. Runs in the worker: the bytes are not
/// trusted.
///
/// Values are those of the file: a colour profile is not applied, as Pillow does not apply it.
///
/// @param files where the images lie
/// @param convention what becomes of transparency
public record ImageDecoder(ImageFiles files, Convention convention) {

  /// Most pixels of an image.
  static final long MOST_PIXELS = 64L << 20;

  private static final String DAMAGED = "it is damaged or of no kind that can be read";

  /// What the platform's reader of JPEG says of a file that ends before its picture does.
  private static final String NO_END = "Truncated File - Missing EOI marker";

  private static final int OPAQUE = 255;

  /// Reads an image.
  ///
  /// @param path relative to the folder of the files
  /// @param channels 1 = grey, 3 = red, green, blue
  /// @throws UnreadableImage when it is none that can be read
  public Pixels read(String path, int channels) throws UnreadableImage {
    byte[] bytes = files.bytes(path);
    Container.requireReadable(bytes);
    if (JpegFrame.of(bytes).components() > 3) {
      throw new UnreadableImage(colourMode("is CMYK"));
    }
    if (TiffTags.isTiff(bytes)) {
      requirePlain(new TiffTags(ByteBuffer.wrap(bytes)));
    }
    try {
      return Upright.of(bytes).of(pixels(decoded(bytes), channels));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableImage(DAMAGED);
    }
  }

  private static void requirePlain(TiffTags tags) throws UnreadableImage {
    OptionalInt said = tags.number(TiffTags.PHOTOMETRIC);
    int meaning = said.orElseThrow(() -> new UnreadableImage(DAMAGED));
    if (meaning > TiffTags.PALETTE) {
      throw new UnreadableImage(
          colourMode(meaning == TiffTags.CMYK ? "is CMYK" : "has a colour mode of its own"));
    }
  }

  private static BufferedImage decoded(byte[] bytes) throws IOException, UnreadableImage {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new UnreadableImage(DAMAGED);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
          throw new UnreadableImage("it has more than 64 million pixels");
        }
        Container.requireFilled(bytes, reader.getWidth(0), reader.getHeight(0));
        return whole(reader, JpegFrame.of(bytes));
      } finally {
        reader.dispose();
      }
    }
  }

  /// Decodes; a JPEG that ends too early comes with a warning and grey pixels.
  private static BufferedImage whole(ImageReader reader, JpegFrame frame)
      throws IOException, UnreadableImage {
    Set<String> warnings = new HashSet<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    BufferedImage image =
        frame.halvesRows() ? HalvedRows.image(reader.readRaster(0, null)) : reader.read(0);
    if (warnings.contains(NO_END)) {
      throw new UnreadableImage("it is cut off: fetch the whole file");
    }
    return image;
  }

  private static String colourMode(String what) {
    return "it " + what + ", and grey or RGB of 8 bits a channel is read: convert it";
  }

  private Pixels pixels(BufferedImage image, int channels) throws UnreadableImage {
    for (int bits : image.getSampleModel().getSampleSize()) {
      if (bits > Byte.SIZE) {
        throw new UnreadableImage(colourMode("has " + bits + " bits a channel"));
      }
    }
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] values = new byte[Math.multiplyExact(Math.multiplyExact(width, channels), height)];
    int[] line = new int[width];
    int at = 0;
    for (int y = 0; y < height; y++) {
      line(image, y, line);
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

  /// The pixels of a line as alpha, red, green and blue. Samples are taken as they stand: a colour
  /// space would bend them.
  private static void line(BufferedImage image, int y, int[] line) {
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    boolean plain =
        !(image.getColorModel() instanceof IndexColorModel)
            && raster.getSampleModel().getSampleSize(0) == Byte.SIZE;
    if (!plain) {
      image.getRGB(0, y, line.length, 1, line, 0, line.length);
      return;
    }
    boolean grey = bands < 3;
    boolean clear = bands == 2 || bands == 4;
    int[] samples =
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, line.length, 1, (int[]) null);
    for (int x = 0; x < line.length; x++) {
      int first = x * bands;
      int alpha = clear ? samples[first + bands - 1] : OPAQUE;
      int green = grey ? samples[first] : samples[first + 1];
      int blue = grey ? samples[first] : samples[first + 2];
      line[x] = alpha << 24 | samples[first] << 16 | green << 8 | blue;
    }
  }

  private int over(int value, int alpha) {
    return switch (convention) {
      case DESCRIBED ->
          alpha == OPAQUE ? value : (value * alpha + OPAQUE * (OPAQUE - alpha) + 127) / OPAQUE;
      case TRANSFORMERS -> value;
    };
  }

  /// ITU-R 601-2 as Pillow has it.
  private static byte luma(int red, int green, int blue) {
    return (byte) ((red * 19_595 + green * 38_470 + blue * 7_471 + 0x8000) >> 16);
  }
}
