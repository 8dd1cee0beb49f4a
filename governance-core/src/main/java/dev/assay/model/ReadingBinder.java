package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetSpec;
import dev.assay.model.Formula.Function;
import dev.assay.model.Formula.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Binds inputs that are fed by windows of rows or by images.
///
/// @param dataset columns that can be read
record ReadingBinder(DatasetSpec dataset) {

  private static final String CODE = "MODEL-BINDING";
  private static final int PLACES = 3;
  private static final int IMAGE_PLACES = 4;
  private static final double TO_ONE = 1.0 / 255;

  /// The binding of an input that is not fed by cells; empty for one that is.
  ///
  /// @param words what the description says of it
  Optional<InputBinding> bind(ValueInfo input, ModelSpec.@Nullable Input words) {
    if (words != null && words.window() != null) {
      return Optional.of(window(input, words.window()));
    }
    if (words != null && words.image() != null) {
      return Optional.of(image(input, words.columns().getFirst(), words.image(), "descriptor"));
    }
    return words == null && input.shape().size() == IMAGE_PLACES ? guess(input) : Optional.empty();
  }

  private InputBinding window(ValueInfo input, WindowReading said) {
    List<Long> shape = input.shape();
    requireNumbers(input);
    boolean flat = shape.size() == PLACES - 1 && said.features().size() == 1;
    boolean each = shape.size() == PLACES && fits(shape.get(2), said.features().size());
    if ((!flat && !each) || !fits(shape.get(1), said.rows())) {
      throw rejected(
          input,
          "is described as windows of "
              + said.rows()
              + " rows with "
              + said.features().size()
              + " numbers each, which its shape is not",
          "Correct the window or its columns in the description.");
    }
    TreeSet<String> columns = new TreeSet<>();
    List<String> formulas = new ArrayList<>();
    for (String feature : said.features()) {
      Part known = known(input, Formula.parse(feature));
      columns.addAll(Formula.columns(known));
      formulas.add(text(known));
    }
    for (@Nullable String name : new String[] {said.group(), said.order()}) {
      if (name != null) {
        column(input, name);
      }
    }
    return new InputBinding(
        input.name(),
        List.copyOf(columns),
        "descriptor: windows of " + said.rows() + " rows",
        new WindowReading(said.rows(), formulas, said.group(), said.order()),
        null);
  }

  /// A bare calendar word that is no column is taken of the dataset's times.
  private Part known(ValueInfo input, Part part) {
    return switch (part) {
      case Part.Constant constant -> constant;
      case Part.Call call -> new Part.Call(call.function(), known(input, call.argument()));
      case Part.Joined joined ->
          new Part.Joined(
              joined.operator(), known(input, joined.left()), known(input, joined.right()));
      case Part.Value value ->
          dataset.column(value.column()).isPresent()
              ? value
              : calendar(value.column()).orElseThrow(() -> unknown(input, value.column()));
    };
  }

  private Optional<Part> calendar(String word) {
    List<ColumnSpec> times = dataset.withRole(ColumnRole.TIMESTAMP);
    for (Function function : Function.values()) {
      if (function.ofTime()
          && function.name().toLowerCase(Locale.ROOT).equals(word)
          && times.size() == 1) {
        return Optional.of(new Part.Call(function, new Part.Value(times.getFirst().name())));
      }
    }
    return Optional.empty();
  }

  private static String text(Part part) {
    return switch (part) {
      case Part.Constant constant -> String.valueOf(constant.value());
      case Part.Value value -> "`" + value.column() + "`";
      case Part.Call call ->
          call.function().name().toLowerCase(Locale.ROOT) + "(" + text(call.argument()) + ")";
      case Part.Joined joined ->
          "(" + text(joined.left()) + " " + joined.operator() + " " + text(joined.right()) + ")";
    };
  }

  private InputBinding image(ValueInfo input, String name, ImageReading said, String reason) {
    column(input, name);
    requireNumbers(input);
    List<Long> shape = input.shape();
    ImageLayout layout =
        said.channelsFirst() ? ImageLayout.CHANNELS_FIRST : ImageLayout.CHANNELS_LAST;
    int channels = layout.channels();
    int height = layout.height();
    if (shape.size() != IMAGE_PLACES
        || !fits(shape.get(channels), said.channels())
        || !fits(shape.get(height), said.height())
        || !fits(shape.get(height + 1), said.width())) {
      throw rejected(
          input,
          "is described as images of "
              + said.channels()
              + " × "
              + said.height()
              + " × "
              + said.width()
              + ", which its shape is not",
          "Correct layout, channels, height and width in the description.");
    }
    return new InputBinding(input.name(), List.of(name), reason, null, said);
  }

  /// One column of images and a shape that is known say it all but the scale, which is nearly
  /// always 1/255.
  private Optional<InputBinding> guess(ValueInfo input) {
    List<ColumnSpec> images = dataset.withRole(ColumnRole.IMAGE);
    List<Long> shape = input.shape();
    ImageLayout layout =
        images.size() == 1
            ? ImageLayout.of(input).orElse(ImageLayout.CHANNELS_FIRST)
            : ImageLayout.CHANNELS_FIRST;
    int at = layout.channels();
    int height = layout.height();
    if (images.size() != 1
        || !isChannels(shape.get(at))
        || shape.get(height) <= 0
        || shape.get(height + 1) <= 0) {
      return Optional.empty();
    }
    ImageReading guessed =
        new ImageReading(
            layout == ImageLayout.CHANNELS_FIRST,
            (int) (long) shape.get(at),
            Math.toIntExact(shape.get(height)),
            Math.toIntExact(shape.get(height + 1)),
            TO_ONE,
            List.of(),
            List.of(),
            ImageReading.Resize.BILINEAR,
            null);
    return Optional.of(
        image(input, images.getFirst().name(), guessed, "shape; values from 0 to 1 are a guess"));
  }

  private static boolean isChannels(long size) {
    return size == 1 || size == 3;
  }

  private static boolean fits(long dimension, int said) {
    return dimension < 0 || dimension == said;
  }

  private static void requireNumbers(ValueInfo input) {
    boolean numbers =
        switch (input.type()) {
          case FLOAT, DOUBLE, FLOAT16 -> input.form() == ValueInfo.Form.TENSOR;
          case UINT8, INT8, INT16, INT32, INT64, BOOL, STRING, BFLOAT16, UINT16, UINT32, UINT64 ->
              false;
          case COMPLEX64, COMPLEX128, OTHER -> false;
        };
    if (!numbers) {
      throw new InputRejected(
          "MODEL-TYPE",
          "Input " + SignatureWords.of(input) + " takes no floating-point numbers.",
          "Export the model with an input of float, double or float16.");
    }
  }

  private void column(ValueInfo input, String name) {
    ColumnSpec column = dataset.column(name).orElseThrow(() -> unknown(input, name));
    boolean number = column.type() == ColumnType.INTEGER || column.type() == ColumnType.NUMBER;
    if (number && input.shape().size() == IMAGE_PLACES) {
      throw rejected(
          input,
          "wants paths of images, and column " + Nodes.quoted(name) + " holds numbers",
          names());
    }
  }

  private InputRejected unknown(ValueInfo input, String name) {
    return rejected(
        input, "is bound to column " + Nodes.quoted(name) + ", which the dataset lacks", names());
  }

  private String names() {
    return "Columns are: "
        + SignatureWords.names(dataset.columns().stream().map(ColumnSpec::name).toList())
        + "; a number made of columns is written as \"features\": {name: formula}.";
  }

  private static InputRejected rejected(ValueInfo input, String what, String remedy) {
    return new InputRejected(CODE, "Input " + SignatureWords.of(input) + " " + what + ".", remedy);
  }
}
