package dev.assay.inference.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// An image as it comes back from a JPEG of low quality.
final class JpegCopy {

  private JpegCopy() {}

  /// @param quality 0 to 1, on the scale of libjpeg
  static Pixels of(Pixels image, float quality) {
    try {
      byte[] file = written(picture(image), quality);
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
      int[] samples = read.getRaster().getPixels(0, 0, image.width(), image.height(), (int[]) null);
      byte[] values = new byte[samples.length];
      for (int i = 0; i < samples.length; i++) {
        values[i] = (byte) samples[i];
      }
      return new Pixels(image.width(), image.height(), image.channels(), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage picture(Pixels image) {
    BufferedImage picture =
        new BufferedImage(
            image.width(),
            image.height(),
            image.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    int[] samples = new int[image.values().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = image.values()[i] & 0xFF;
    }
    picture.getRaster().setPixels(0, 0, image.width(), image.height(), samples);
    return picture;
  }

  private static byte[] written(BufferedImage picture, float quality) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
