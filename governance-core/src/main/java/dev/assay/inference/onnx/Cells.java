package dev.assay.inference.onnx;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import org.jspecify.annotations.Nullable;

/// The cells of one column as an input wants them; a cell that does not fit is refused by row and
/// column.
final class Cells {

  private static final double TWO_63 = 0x1p63;

  private final String name;
  private final Column column;
  private final String input;
  private double @Nullable [] parsed;

  /// @param input the input in words: "'age' (float)"
  Cells(String name, Column column, String input) {
    this.name = name;
    this.column = column;
    this.input = input;
  }

  /// Numbers; NaN where there is no value.
  void numbers(int from, int count, double[] into) {
    switch (column) {
      case Column.Numbers numbers -> System.arraycopy(numbers.values(), from, into, 0, count);
      case Column.Integers integers -> {
        long[] values = integers.values();
        for (int i = 0; i < count; i++) {
          long value = values[from + i];
          into[i] = value == Column.Integers.MISSING ? Double.NaN : value;
        }
      }
      case Column.Categories categories -> categories(categories, from, count, into);
      case Column.Texts texts -> {
        for (int i = 0; i < count; i++) {
          String text = texts.text(from + i);
          into[i] = text == null ? Double.NaN : number(text, from + i);
        }
      }
    }
  }

  private void categories(Column.Categories column, int from, int count, double[] into) {
    double[] table = table(column);
    int[] codes = column.codes();
    for (int i = 0; i < count; i++) {
      int code = codes[from + i];
      if (code < 0) {
        into[i] = Double.NaN;
      } else if (Double.isNaN(table[code])) {
        into[i] = number(column.dictionary().get(code), from + i);
      } else {
        into[i] = table[code];
      }
    }
  }

  private double[] table(Column.Categories column) {
    double[] table = parsed;
    if (table == null) {
      table = column.dictionary().stream().mapToDouble(Cells::parse).toArray();
      parsed = table;
    }
    return table;
  }

  private double number(String text, int row) {
    double value = parse(text);
    if (Double.isNaN(value) && !text.strip().equalsIgnoreCase("nan")) {
      throw rejected(row, "holds '" + Visible.of(text, 40) + "', which is no number");
    }
    return value;
  }

  private static double parse(String text) {
    String bare = text.strip();
    boolean javaOnly = bare.isEmpty() || "dDfF".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    try {
      return javaOnly ? Double.NaN : Double.parseDouble(bare);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// Whole numbers from `least` to `most`.
  void wholes(int from, int count, long[] into, long least, long most) {
    switch (column) {
      case Column.Integers integers -> {
        for (int i = 0; i < count; i++) {
          into[i] = within(from + i, integers.values()[from + i], least, most);
        }
      }
      case Column.Numbers numbers -> {
        for (int i = 0; i < count; i++) {
          into[i] = whole(from + i, numbers.values()[from + i], least, most);
        }
      }
      case Column.Categories categories -> {
        for (int i = 0; i < count; i++) {
          into[i] = whole(from + i, categories.text(from + i), least, most);
        }
      }
      case Column.Texts texts -> {
        for (int i = 0; i < count; i++) {
          into[i] = whole(from + i, texts.text(from + i), least, most);
        }
      }
    }
  }

  private long whole(int row, @Nullable String text, long least, long most) {
    if (text == null) {
      throw missing(row);
    }
    String bare = text.strip();
    if (most == 1 && (bare.equalsIgnoreCase("true") || bare.equalsIgnoreCase("false"))) {
      return bare.equalsIgnoreCase("true") ? 1 : 0;
    }
    try {
      return within(row, Long.parseLong(bare), least, most);
    } catch (NumberFormatException e) {
      return whole(row, number(text, row), least, most);
    }
  }

  private long whole(int row, double value, long least, long most) {
    if (Double.isNaN(value)) {
      throw missing(row);
    }
    if (value != Math.rint(value) || value < -TWO_63 || value >= TWO_63) {
      throw rejected(row, "holds " + value + ", which is no whole number");
    }
    return within(row, (long) value, least, most);
  }

  private long within(int row, long value, long least, long most) {
    if (value == Column.Integers.MISSING) {
      throw missing(row);
    }
    if (value < least || value > most) {
      throw rejected(row, "holds " + value + ", which is not from " + least + " to " + most);
    }
    return value;
  }

  /// Texts; empty where there is no value.
  ///
  /// @param stride places between two rows in `into`
  void texts(int from, int count, String[] into, int offset, int stride) {
    for (int i = 0; i < count; i++) {
      String text = column.text(from + i);
      into[offset + i * stride] = text == null ? "" : text;
    }
  }

  private InputRejected missing(int row) {
    return rejected(row, "has no value");
  }

  private InputRejected rejected(int row, String what) {
    return new InputRejected(
        "MODEL-CELL",
        "Row "
            + (row + 1)
            + " of column '"
            + Visible.of(name, 60)
            + "' "
            + what
            + "; the model's input "
            + input
            + " cannot take it.",
        "Correct the cell, leave the row out, or bind another column.");
  }
}
