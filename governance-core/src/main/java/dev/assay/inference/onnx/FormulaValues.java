package dev.assay.inference.onnx;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.model.Formula;
import dev.assay.model.Formula.Part;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/// Values of a formula in every row.
///
/// @param dataset its columns
/// @param input the input in words, for sentences
record FormulaValues(ColumnarFolder dataset, String input) {

  private static final long DAY_MICROS = 86_400_000_000L;

  /// One number a row; NaN where a value is missing.
  double[] of(Part part) {
    return switch (part) {
      case Part.Constant constant -> {
        double[] same = new double[dataset.rows()];
        Arrays.fill(same, constant.value());
        yield same;
      }
      case Part.Value value -> {
        double[] numbers = new double[dataset.rows()];
        new Cells(value.column(), dataset.column(value.column()), input)
            .numbers(0, dataset.rows(), numbers);
        yield numbers;
      }
      case Part.Call call when call.function().ofTime() -> times(call);
      case Part.Call call -> {
        double[] values = of(call.argument());
        for (int i = 0; i < values.length; i++) {
          values[i] = apply(call.function(), values[i]);
        }
        yield values;
      }
      case Part.Joined joined -> {
        double[] left = of(joined.left());
        double[] right = of(joined.right());
        for (int i = 0; i < left.length; i++) {
          left[i] = join(joined.operator(), left[i], right[i]);
        }
        yield left;
      }
    };
  }

  private static double join(char operator, double left, double right) {
    return switch (operator) {
      case '+' -> left + right;
      case '-' -> left - right;
      case '*' -> left * right;
      case '/' -> left / right;
      default -> throw new IllegalStateException("no operator: " + operator);
    };
  }

  private static double apply(Formula.Function function, double value) {
    return switch (function) {
      case SIN -> Math.sin(value);
      case COS -> Math.cos(value);
      case LOG -> Math.log(value);
      case LOG1P -> Math.log1p(value);
      case EXP -> Math.exp(value);
      case SQRT -> Math.sqrt(value);
      case ABS -> Math.abs(value);
      case HOUR, WEEKDAY, DAY, MONTH, YEAR -> throw new IllegalStateException("takes a time");
    };
  }

  private double[] times(Part.Call call) {
    String name = ((Part.Value) call.argument()).column();
    if (!(dataset.column(name) instanceof Column.Integers column)
        || column.type() == ColumnType.INTEGER) {
      throw new InputRejected(
          "MODEL-FORMULA",
          "Column '"
              + Visible.of(name, 60)
              + "' holds no dates or times, and the model's input "
              + input
              + " is described by a part of them.",
          "Describe the column as date or datetime, or bind another one.");
    }
    long toMicros = column.type() == ColumnType.DATE ? DAY_MICROS : 1;
    double[] values = new double[dataset.rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          column.isMissing(i)
              ? Double.NaN
              : part(call.function(), Math.multiplyExact(column.values()[i], toMicros));
    }
    return values;
  }

  private static double part(Formula.Function function, long micros) {
    LocalDateTime time =
        LocalDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneOffset.UTC);
    return switch (function) {
      case HOUR -> time.getHour();
      case WEEKDAY -> time.getDayOfWeek().getValue() - 1.0;
      case DAY -> time.getDayOfMonth();
      case MONTH -> time.getMonthValue();
      case YEAR -> time.getYear();
      case SIN, COS, LOG, LOG1P, EXP, SQRT, ABS ->
          throw new IllegalStateException("takes a number");
    };
  }
}
