package dev.assay.inference.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.ImageReading.Convention;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

  private static final String HALVED_ROWS =
      "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAUDBAQEAwUEBAQFBQUGBwwIBwcHBw8LCwkMEQ8SEhEPERETFhwX"
          + "ExQaFRERGCEYGh0dHx8fExciJCIeJBweHx7/2wBDAQUFBQcGBw4ICA4eFBEUHh4eHh4eHh4eHh4eHh4eHh4e"
          + "Hh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh7/wAARCAAFAAYDARIAAhEBAxEB/8QAFQABAQAAAAAA"
          + "AAAAAAAAAAAAAAP/xAAdEAABAgcAAAAAAAAAAAAAAAAAAQQFBxUhQUJx/8QAFQEBAQAAAAAAAAAAAAAAAAAA"
          + "Bgf/xAAdEQAABQUAAAAAAAAAAAAAAAAAAgUGNBMUMVGR/9oADAMBAAIRAxEAPwC8jY68oy30TPANl9pItWMX"
          + "gnTxdSxcSDZ2P//Z";

  @TempDir Path folder;

  private ImageDecoder decoder;

  @BeforeEach
  void folder() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    decoder = decoder(Convention.DESCRIBED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
  void readGivesEveryPixelAsItStands(String kind) throws Exception {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, new Color(255, 0, 10).getRGB());
    image.setRGB(1, 0, new Color(0, 200, 0).getRGB());
    write(image, kind);

    Pixels pixels = decoder.read("x." + kind, 3);

    assertThat(pixels.width()).isEqualTo(2);
    assertThat(new int[] {pixels.at(0, 0, 0), pixels.at(0, 0, 1), pixels.at(0, 0, 2)})
        .containsExactly(255, 0, 10);
    assertThat(pixels.at(1, 0, 1)).isEqualTo(200);
  }

  @Test
  void aTiffIsTurnedUprightAndCountsFromWhiteWhereItSaysSo() throws Exception {
    BufferedImage grey = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 105);
    write(grey, "tiff");

    tag("x.tiff", TiffTags.PHOTOMETRIC, 0);
    assertThat(decoder.read("x.tiff", 1).at(0, 0, 0)).isEqualTo(150);

    tag("x.tiff", TiffTags.PHOTOMETRIC, 1);
    // 0x0115 says that there is one sample, which is so where nothing is said
    retag("x.tiff", 0x0115, TiffTags.ORIENTATION, 6);
    Pixels upright = decoder.read("x.tiff", 1);
    assertThat(upright.width()).isEqualTo(2);
    assertThat(upright.at(1, 0, 0)).isEqualTo(105);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 8})
  void aTiffOfOtherColoursIsRefused(int photometric) throws Exception {
    write(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), "tiff");
    tag("x.tiff", TiffTags.PHOTOMETRIC, photometric);

    assertThatThrownBy(() -> decoder.read("x.tiff", 3))
        .isInstanceOf(UnreadableImage.class)
        .hasMessageContaining(photometric == 5 ? "CMYK" : "colour mode");
  }

  private void tag(String name, int tag, int value) throws IOException {
    retag(name, tag, tag, value);
  }

  /// Puts another tag and its number in the place of one.
  private void retag(String name, int from, int tag, int value) throws IOException {
    Path file = folder.resolve("data").resolve(name);
    ByteBuffer tiff = ByteBuffer.wrap(Files.readAllBytes(file));
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int list = tiff.getInt(4);
    for (int entry = list + 2; entry < list + 2 + 12 * tiff.getShort(list); entry += 12) {
      if ((tiff.getShort(entry) & 0xFFFF) == from) {
        tiff.putShort(entry, (short) tag);
        tiff.putShort(entry + 8, (short) value);
        Files.write(file, tiff.array());
        return;
      }
    }
    throw new AssertionError("no tag " + from);
  }

  @Test
  void readMakesGreyAsPillowDoesAndKeepsGreySamples() throws Exception {
    BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 105);
    write(grey, "png");
    assertThat(decoder.read("x.png", 1).at(0, 0, 0)).isEqualTo(105);
    assertThat(decoder.read("x.png", 3).at(0, 0, 2)).isEqualTo(105);

    BufferedImage red = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    red.setRGB(0, 0, 0xFF0000);
    write(red, "png");
    assertThat(decoder.read("x.png", 1).at(0, 0, 0)).isEqualTo(76);
  }

  @Test
  void readPutsTransparentPixelsOverWhite() throws Exception {
    BufferedImage clear = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    write(clear, "png");

    assertThat(decoder.read("x.png", 3).at(0, 0, 0)).isEqualTo(255);
  }

  @Test
  void readRefusesWhatLiesOutsideOrIsNotThere() throws Exception {
    Files.writeString(folder.resolve("secret.png"), "secret");
    Files.createSymbolicLink(folder.resolve("data/link.png"), folder.resolve("secret.png"));

    refused("../secret.png", "outside the dataset's folder");
    refused("link.png", "outside the dataset's folder");
    refused(folder.resolve("secret.png").toString(), "outside the dataset's folder");
    refused("none.png", "no such file");
    refused("a\0b", "cannot be read");
  }

  @Test
  void readRefusesColourModesThatModelsAreNotMadeFor() throws Exception {
    ImageGoldens.write(folder.resolve("data/x.jpg"), ImageGoldens.read().root().path("cmyk"));
    refused("x.jpg", "it is CMYK, and grey or RGB of 8 bits");

    write(new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY), "png");
    refused("x.png", "it has 16 bits a channel, and grey or RGB of 8 bits");
  }

  @Test
  void readRefusesAnImageOfAnotherKind() throws Exception {
    Files.writeString(folder.resolve("data/x.png"), "neither this nor that");
    refused("x.png", "damaged or of no kind that can be read");
    Files.write(folder.resolve("data/x.png"), new byte[0]);
    refused("x.png", "damaged or of no kind that can be read");
  }

  @Test
  void readNamesTheKindsThatAreNotReadAndWhatToDo() throws Exception {
    Files.writeString(folder.resolve("data/x.png"), "RIFF....WEBPVP8 ");
    refused("x.png", "it is WebP, which is not read: convert it to PNG");
    Files.writeString(folder.resolve("data/x.png"), "....ftypheic....");
    refused("x.png", "it is HEIC or AVIF, which are not read: convert it to PNG");
    Files.writeString(folder.resolve("data/x.png"), "II*\0\10\0\0\0");
    refused("x.png", "damaged or of no kind that can be read");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 0.999})
  void readRefusesAPhotoThatIsCutOff(double share) throws Exception {
    write(noise(), "jpg");
    byte[] whole = Files.readAllBytes(folder.resolve("data/x.jpg"));
    assertThat(decoder.read("x.jpg", 3).values()).hasSize(4800);

    Files.write(folder.resolve("data/x.jpg"), Arrays.copyOf(whole, (int) (whole.length * share)));

    refused("x.jpg", "it is cut off: fetch the whole file");
  }

  @Test
  void readRefusesAGifWhosePictureLeavesAPartOfItsCanvasFree() throws Exception {
    write(noise(), "gif");
    Path file = folder.resolve("data/x.gif");
    byte[] gif = Files.readAllBytes(file);
    assertThat(decoder.read("x.gif", 1).values()).hasSize(1600);

    gif[6]++;
    Files.write(file, gif);

    refused("x.gif", "its first picture is smaller than its canvas");
  }

  /// Pillow 9.4.0 with libjpeg-turbo 2.1.5 over a photo of `cjpeg -sample 1x2`, 6 wide, 5 high.
  @Test
  void readWeighsHalvedRowsOfColourAsPillowDoes() throws Exception {
    Base64.Decoder base64 = Base64.getDecoder();
    Files.write(folder.resolve("data/x.jpg"), base64.decode(HALVED_ROWS));

    assertThat(decoder.read("x.jpg", 3).values())
        .isEqualTo(
            base64.decode(
                "5hcf50Is3mgq6JIv5rgx5eA+xhMzxT1BvGI9x41DxbNFxdtUjRNmjD5yg2Nwjo52jLR4i9uEXRGP"
                    + "WzucVGGYXYyeW7KhW9iuNRCuNTq6LF+4N4q+NK+/M9fO"));
  }

  @Test
  void readSurvivesExifDataThatLeadNowhere() throws Exception {
    byte[] photo =
        ImageGoldens.bytes(ImageGoldens.read().all("exif").skip(5).findFirst().get().path("jpeg"));
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] broken = photo.clone();
      for (int k = 0; k < 4; k++) {
        broken[20 + random.nextInt(30)] = (byte) random.nextInt();
      }
      Files.write(folder.resolve("data/x.jpg"), broken);
      try {
        assertThat(decoder.read("x.jpg", 3).values()).hasSize(45);
      } catch (UnreadableImage expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void readRefusesABombBeforeItIsDecoded() throws Exception {
    Files.write(folder.resolve("data/x.png"), header(60_000, 60_000));

    refused("x.png", "more than 64 million pixels");
  }

  @Test
  void readRefusesDamagedBytesAlways() throws Exception {
    BufferedImage image = noise();
    Random random = new Random(8);
    for (String kind : new String[] {"png", "jpg", "gif", "bmp"}) {
      write(image, kind);
      byte[] whole = Files.readAllBytes(folder.resolve("data/x." + kind));
      for (int i = 0; i < 60; i++) {
        byte[] broken = Arrays.copyOf(whole, random.nextInt(whole.length));
        for (int k = 0; k < 5 && broken.length > 0; k++) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
        Files.write(folder.resolve("data/x." + kind), broken);
        try {
          assertThat(decoder.read("x." + kind, 3).values()).isNotEmpty();
        } catch (UnreadableImage expected) {
          assertThat(expected.getMessage()).isNotBlank();
        }
      }
    }
  }

  private static BufferedImage noise() {
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int i = 0; i < 1600; i++) {
      image.setRGB(i % 40, i / 40, random.nextInt());
    }
    return image;
  }

  private ImageDecoder decoder(Convention convention) {
    return new ImageDecoder(new ImageFiles(folder.resolve("data")), convention);
  }

  private void refused(String path, String why) {
    assertThatThrownBy(() -> decoder.read(path, 3))
        .isInstanceOf(UnreadableImage.class)
        .hasMessageContaining(why);
  }

  private void write(BufferedImage image, String kind) throws IOException {
    assertThat(ImageIO.write(image, kind, folder.resolve("data/x." + kind).toFile())).isTrue();
  }

  /// The beginning of a PNG file of that size.
  private static byte[] header(int width, int height) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(chunk);
    out.write("IHDR".getBytes(StandardCharsets.US_ASCII));
    out.writeInt(width);
    out.writeInt(height);
    out.write(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(chunk.toByteArray());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream all = new DataOutputStream(file);
    all.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    all.writeInt(13);
    all.write(chunk.toByteArray());
    all.writeInt((int) sum.getValue());
    return file.toByteArray();
  }
}
