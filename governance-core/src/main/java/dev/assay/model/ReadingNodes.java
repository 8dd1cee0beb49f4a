package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.model.ImageReading.Resize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Bindings of windows and images in a model's description, from JSON.
///
/// @param file name of the file, for sentences
record ReadingNodes(String file) {

  private static final int LONGEST_WINDOW = 100_000;
  private static final int LARGEST_SIDE = 4_096;

  /// `{"window": 24, "columns": [places], "features": {place: formula}, "group": column, "order":
  /// column}`. Formulas may also stand in a sentence `how`.
  WindowReading window(JsonNode binding, String place) {
    int rows = whole(binding.get("window"), 1, LONGEST_WINDOW, place + ".binding.window");
    JsonNode columns = binding.path("columns");
    if (!columns.isArray() || columns.isEmpty()) {
      throw rejected(
          "names no columns in " + place + ".binding",
          "Write {\"window\": 24, \"columns\": [names]}.");
    }
    Map<String, String> prose = WindowProse.formulas(binding.path("how").asString(""));
    List<String> features = new ArrayList<>();
    for (JsonNode column : columns) {
      String name = column.asString("");
      JsonNode own = binding.path("features").path(name);
      String formula = own.isString() ? own.asString() : prose.getOrDefault(name, "`" + name + "`");
      Formula.parse(formula);
      features.add(formula);
    }
    return new WindowReading(rows, features, word(binding, "group"), word(binding, "order"));
  }

  /// `{"image_column": column, "layout": "NCHW", "channels": 3, "height": 224, "width": 224,
  /// "scale": 0.00392, "mean": [], "std": [], "resize": "bilinear", "shortest_edge": 256}`. The
  /// scale may be written "value / 255".
  ImageReading image(JsonNode binding, String place) {
    String layout = binding.path("layout").asString("NCHW");
    if (!layout.equals("NCHW") && !layout.equals("NHWC")) {
      throw rejected(
          "has the layout '" + Visible.of(layout, 20) + "' in " + place, "Write NCHW or NHWC.");
    }
    int channels = whole(binding.path("channels"), 1, 3, place + ".binding.channels");
    if (channels == 2) {
      throw rejected("has 2 channels in " + place, "Images are read with 1 or 3 channels.");
    }
    int height = whole(binding.path("height"), 1, LARGEST_SIDE, place + ".binding.height");
    int width = whole(binding.path("width"), 1, LARGEST_SIDE, place + ".binding.width");
    int side = Math.max(height, width);
    JsonNode edge = binding.path("shortest_edge");
    return new ImageReading(
        layout.equals("NCHW"),
        channels,
        height,
        width,
        scale(binding.path("scale"), place),
        channelNumbers(binding.path("mean"), channels, place + ".binding.mean"),
        channelNumbers(binding.path("std"), channels, place + ".binding.std"),
        resize(binding.path("resize"), place),
        edge.isMissingNode() ? null : whole(edge, side, LARGEST_SIDE, place + ".shortest_edge"));
  }

  private double scale(JsonNode node, String place) {
    if (node.isMissingNode() || node.isNull()) {
      return 1.0 / 255;
    }
    String words = node.isNumber() ? "value * " + node.asString() : node.asString("");
    Formula.Part part = Formula.parse(words);
    if (part instanceof Formula.Part.Joined joined
        && joined.left() instanceof Formula.Part.Value value
        && value.column().equals("value")
        && joined.right() instanceof Formula.Part.Constant factor
        && factor.value() > 0) {
      if (joined.operator() == '/') {
        return 1 / factor.value();
      }
      if (joined.operator() == '*') {
        return factor.value();
      }
    }
    throw rejected(
        "has the scale '" + Visible.of(words, 40) + "' in " + place,
        "Write a number, or \"value / 255\".");
  }

  private Resize resize(JsonNode node, String place) {
    String word = node.asString("none").toUpperCase(Locale.ROOT);
    for (Resize resize : Resize.values()) {
      if (resize.name().equals(word)) {
        return resize;
      }
    }
    throw rejected(
        "has resize '" + Visible.of(word, 20) + "' in " + place,
        "Write none, nearest, box, bilinear, hamming, bicubic or lanczos.");
  }

  private List<Double> channelNumbers(JsonNode node, int channels, String place) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    List<Double> numbers = new ArrayList<>();
    for (JsonNode each : node) {
      numbers.add(each.isNumber() ? each.asDouble() : Double.NaN);
    }
    boolean zero = place.endsWith("std") && numbers.contains(0.0);
    if (numbers.size() != channels || numbers.contains(Double.NaN) || zero) {
      throw rejected(
          "has " + place + " that is no list of " + channels + " numbers other than 0",
          "Write one number a channel.");
    }
    return List.copyOf(numbers);
  }

  private int whole(JsonNode node, int least, int most, String place) {
    if (node != null && node.isIntegralNumber() && node.canConvertToInt()) {
      int value = node.asInt();
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw rejected(
        "has " + place + " that is no whole number from " + least + " to " + most,
        "Correct that number.");
  }

  private static @Nullable String word(JsonNode binding, String field) {
    JsonNode node = binding.path(field);
    return node.isString() ? node.asString() : null;
  }

  private InputRejected rejected(String what, String remedy) {
    return new InputRejected("MODEL-SPEC", "Model description " + file + " " + what + ".", remedy);
  }
}
