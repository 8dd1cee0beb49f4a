package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.model.ImageReading.Convention;
import dev.assay.model.ImageReading.Resize;
import dev.assay.model.ImageReading.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How images are made to fit, from a `preprocessor_config.json`: resize, cut out the middle,
/// scale, normalise, in this order. What it says and Assay does not do is refused: a guess would be
/// a wrong number.
///
/// @param root the file
record ProcessorNodes(JsonNode root) {

  private static final List<Resize> RESAMPLES =
      List.of(
          Resize.NEAREST,
          Resize.LANCZOS,
          Resize.BILINEAR,
          Resize.BICUBIC,
          Resize.BOX,
          Resize.HAMMING);
  private static final List<String> FOREIGN =
      List.of(
          "do_pad",
          "do_thumbnail",
          "do_align_long_axis",
          "do_flip_channel_order",
          "do_color_quantize",
          "do_split_image",
          "rescale_offset",
          "include_top");
  private static final List<String> OWN_SIZES =
      List.of("Levit", "PoolFormer", "Perceiver", "Flava", "ImageGPT");
  private static final List<String> SQUARES = List.of("ViT", "DeiT", "Beit", "Swin", "Pvt");
  private static final List<String> EDGES =
      List.of("CLIP", "MobileNetV1", "MobileNetV2", "Bit", "ConvNext", "ConvNeXT", "ChineseCLIP");
  private static final int WARPED_FROM = 384;
  private static final double CROPPED = 224.0 / 256;
  private static final int LARGEST = 4_096;

  /// The class that made the images fit; empty when not said.
  String kind() {
    String said = TransformerReader.text(root.path("image_processor_type"));
    return said.isEmpty() ? TransformerReader.text(root.path("feature_extractor_type")) : said;
  }

  private String family() {
    return kind().replaceFirst("(ImageProcessor(Fast|Pil)?|FeatureExtractor)$", "");
  }

  /// How the model reads images.
  ///
  /// @throws InputRejected when the file leaves something open or asks for what Assay does not do
  ImageReading reading(ImageShape shape) {
    for (String word : FOREIGN) {
      if (root.path(word).asBoolean(false)) {
        throw rejected("asks for " + word + ", which Assay does not do");
      }
    }
    if (OWN_SIZES.contains(family())) {
      throw rejected("is made for " + kind() + ", whose way of resizing Assay does not follow");
    }
    Steps steps = said("do_resize", true) ? resizing() : new Steps(Resize.NONE, null, null, null);
    Size size = size(steps, shape);
    boolean normalises = said("do_normalize", true);
    return new ImageReading(
        shape.channelsFirst(),
        shape.channels(),
        size.height(),
        size.width(),
        said("do_rescale", true) ? factor() : 1,
        normalises ? numbers("image_mean", shape.channels(), false) : List.of(),
        normalises ? numbers("image_std", shape.channels(), true) : List.of(),
        steps.resize(),
        steps.edge(),
        steps.crop() == null ? null : steps.whole(),
        Convention.TRANSFORMERS);
  }

  /// @param edge length of the shorter side
  /// @param whole size of the whole image
  /// @param crop size of the middle that is cut out
  private record Steps(
      Resize resize, @Nullable Integer edge, @Nullable Size whole, @Nullable Size crop) {}

  private Steps resizing() {
    Resize how = resample();
    JsonNode size = root.path("size");
    if (family().equalsIgnoreCase("ConvNext")) {
      return convNext(how, whole(size.isObject() ? size.path("shortest_edge") : size, "size"));
    }
    Size crop = crop().orElse(null);
    if (size.has("longest_edge") || size.has("max_height") || size.has("max_width")) {
      throw rejected("limits the longer side in 'size', which Assay does not do");
    }
    if (size.has("shortest_edge")) {
      return edge(how, whole(size.path("shortest_edge"), "size.shortest_edge"), crop);
    }
    if (size.isObject()) {
      return new Steps(how, null, pair(size, "size"), crop);
    }
    int number = whole(size, "size");
    if (EDGES.contains(family())) {
      return edge(how, number, crop);
    }
    if (!SQUARES.contains(family())) {
      throw rejected("gives the size as one number, which may be both sides or the shorter one");
    }
    return new Steps(how, null, new Size(number, number), crop);
  }

  /// Below 384 pixels the image is made larger and its middle is cut out, whatever else is said.
  private Steps convNext(Resize how, int edge) {
    Size square = new Size(edge, edge);
    if (edge >= WARPED_FROM) {
      return new Steps(how, null, square, null);
    }
    double share = root.path("crop_pct").isNumber() ? root.path("crop_pct").asDouble() : CROPPED;
    if (!(share > 0 && share <= 1)) {
      throw rejected("has a crop_pct that is no share from 0 to 1");
    }
    return new Steps(how, (int) (edge / share), null, square);
  }

  private Steps edge(Resize how, int edge, @Nullable Size crop) {
    if (crop == null) {
      throw rejected(
          "brings only the shorter side to size, so that images differ in shape, and cuts nothing"
              + " out");
    }
    if (edge < Math.max(crop.height(), crop.width())) {
      throw rejected(
          "cuts out more than it leaves: the shorter side becomes "
              + edge
              + " and the middle is "
              + crop.height()
              + " × "
              + crop.width());
    }
    return new Steps(how, edge, null, crop);
  }

  private Optional<Size> crop() {
    JsonNode crop = root.path("crop_size");
    if (!said("do_center_crop", !crop.isMissingNode() && !crop.isNull())) {
      return Optional.empty();
    }
    if (crop.isObject()) {
      return Optional.of(pair(crop, "crop_size"));
    }
    int number = whole(crop, "crop_size");
    return Optional.of(new Size(number, number));
  }

  private Size size(Steps steps, ImageShape shape) {
    Size crop = steps.crop();
    Size whole = steps.whole();
    Size size = crop != null ? crop : whole != null ? whole : graphs(shape);
    if (whole != null && (whole.height() < size.height() || whole.width() < size.width())) {
      throw rejected("cuts out more than the image's new size");
    }
    if (!shape.takes(size)) {
      throw rejected(
          "makes images of "
              + size.height()
              + " × "
              + size.width()
              + " pixels, and the graph takes "
              + shape.height()
              + " × "
              + shape.width());
    }
    return size;
  }

  private Size graphs(ImageShape shape) {
    if (said("do_center_crop", false)) {
      throw rejected("cuts out the middle of images that are not resized, which Assay does not do");
    }
    if (shape.height() == 0 || shape.width() == 0) {
      throw rejected("does not resize, and the graph says no size either");
    }
    return new Size(shape.height(), shape.width());
  }

  private Resize resample() {
    JsonNode said = root.path("resample");
    if (said.isIntegralNumber() && said.asInt() >= 0 && said.asInt() < RESAMPLES.size()) {
      return RESAMPLES.get(said.asInt());
    }
    throw rejected("does not say with a number from 0 to 5 how it resizes ('resample')");
  }

  private double factor() {
    JsonNode said = root.path("rescale_factor");
    if (said.isMissingNode() || said.isNull()) {
      return 1.0 / 255;
    }
    if (said.isNumber() && said.asDouble() > 0 && Double.isFinite(said.asDouble())) {
      return said.asDouble();
    }
    throw rejected("has a rescale_factor that is no number above 0");
  }

  private List<Double> numbers(String name, int channels, boolean divides) {
    JsonNode said = root.path(name);
    List<Double> numbers = new ArrayList<>();
    if (said.isNumber()) {
      for (int c = 0; c < channels; c++) {
        numbers.add(said.asDouble());
      }
    } else {
      said.forEach(n -> numbers.add(n.isNumber() ? n.asDouble() : Double.NaN));
    }
    boolean usable =
        numbers.stream().allMatch(n -> Double.isFinite(n) && !(divides && n == 0))
            && numbers.size() == channels;
    if (!usable) {
      throw rejected(
          "normalises with "
              + name
              + ", which is no list of "
              + channels
              + (divides ? " numbers other than 0" : " numbers"));
    }
    return List.copyOf(numbers);
  }

  private boolean said(String name, boolean otherwise) {
    JsonNode node = root.path(name);
    return node.isBoolean() ? node.asBoolean() : otherwise;
  }

  private Size pair(JsonNode node, String name) {
    return new Size(
        whole(node.path("height"), name + ".height"), whole(node.path("width"), name + ".width"));
  }

  private int whole(JsonNode node, String name) {
    if (node.isIntegralNumber()
        && node.canConvertToInt()
        && node.asInt() > 0
        && node.asInt() <= LARGEST) {
      return node.asInt();
    }
    throw rejected("has no " + name + " from 1 to " + LARGEST);
  }

  private static InputRejected rejected(String what) {
    return new InputRejected(
        "IMAGE-PREPROCESSOR",
        "File " + TransformerFolder.PREPROCESSOR + " of the model " + Visible.of(what, 200) + ".",
        "Correct the file so that it says what was done in training, or describe the graph in a"
            + " *.model.json and give the .onnx file alone.");
  }
}
