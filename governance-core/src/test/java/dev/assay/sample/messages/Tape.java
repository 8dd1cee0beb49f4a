package dev.assay.sample.messages;

import java.util.ArrayDeque;
import java.util.Deque;

/// Computes forward and remembers how to carry slopes backward. Transcendental functions are
/// StrictMath's, so that every machine gets the same bits.
final class Tape {

  static final double EPSILON = 1e-12;

  private final Deque<Runnable> back = new ArrayDeque<>();

  /// Carries slopes from the last result to everything that it came from.
  void backward() {
    while (!back.isEmpty()) {
      back.pop().run();
    }
  }

  /// Rows of a table by their numbers.
  Matrix rows(Matrix table, int[] which) {
    Matrix out = new Matrix(which.length, table.columns);
    int width = table.columns;
    for (int r = 0; r < which.length; r++) {
      System.arraycopy(table.value, which[r] * width, out.value, r * width, width);
    }
    back.push(
        () -> {
          for (int i = 0; i < out.slope.length; i++) {
            table.slope[which[i / width] * width + i % width] += out.slope[i];
          }
        });
    return out;
  }

  /// Sum; a second operand of one row is added to every row.
  Matrix add(Matrix a, Matrix b) {
    Matrix out = new Matrix(a.rows, a.columns);
    int size = b.value.length;
    for (int i = 0; i < out.value.length; i++) {
      out.value[i] = a.value[i] + b.value[i % size];
    }
    back.push(
        () -> {
          for (int i = 0; i < out.slope.length; i++) {
            a.slope[i] += out.slope[i];
            b.slope[i % size] += out.slope[i];
          }
        });
    return out;
  }

  /// Product of matrices.
  Matrix times(Matrix a, Matrix b) {
    int inner = a.columns;
    int width = b.columns;
    Matrix out = new Matrix(a.rows, width);
    for (int r = 0; r < a.rows; r++) {
      for (int k = 0; k < inner; k++) {
        double left = a.value[r * inner + k];
        for (int c = 0; c < width; c++) {
          out.value[r * width + c] += left * b.value[k * width + c];
        }
      }
    }
    back.push(
        () -> {
          for (int r = 0; r < a.rows; r++) {
            for (int k = 0; k < inner; k++) {
              double left = a.value[r * inner + k];
              double sum = 0;
              for (int c = 0; c < width; c++) {
                double slope = out.slope[r * width + c];
                sum += slope * b.value[k * width + c];
                b.slope[k * width + c] += slope * left;
              }
              a.slope[r * inner + k] += sum;
            }
          }
        });
    return out;
  }

  /// Columns `from` to `from + width`, turned on its side if asked.
  Matrix columns(Matrix a, int from, int width, boolean turned) {
    Matrix out = turned ? new Matrix(width, a.rows) : new Matrix(a.rows, width);
    for (int r = 0; r < a.rows; r++) {
      for (int c = 0; c < width; c++) {
        out.value[turned ? c * a.rows + r : r * width + c] = a.value[r * a.columns + from + c];
      }
    }
    back.push(
        () -> {
          for (int r = 0; r < a.rows; r++) {
            for (int c = 0; c < width; c++) {
              a.slope[r * a.columns + from + c] +=
                  out.slope[turned ? c * a.rows + r : r * width + c];
            }
          }
        });
    return out;
  }

  /// Matrices side by side.
  Matrix beside(Matrix[] parts) {
    int width = parts[0].columns;
    int rows = parts[0].rows;
    Matrix out = new Matrix(rows, width * parts.length);
    for (int p = 0; p < parts.length; p++) {
      for (int r = 0; r < rows; r++) {
        System.arraycopy(parts[p].value, r * width, out.value, r * out.columns + p * width, width);
      }
    }
    back.push(
        () -> {
          for (int i = 0; i < out.slope.length; i++) {
            int column = i % out.columns;
            parts[column / width].slope[i / out.columns * width + column % width] += out.slope[i];
          }
        });
    return out;
  }

  /// Shares of each row that add up to one, of the values divided by the root of `size`.
  Matrix shares(Matrix a, int size) {
    Matrix out = new Matrix(a.rows, a.columns);
    double scale = 1 / Math.sqrt(size);
    int width = a.columns;
    for (int r = 0; r < a.rows; r++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < width; c++) {
        most = Math.max(most, a.value[r * width + c] * scale);
      }
      double sum = 0;
      for (int c = 0; c < width; c++) {
        double share = StrictMath.exp(a.value[r * width + c] * scale - most);
        out.value[r * width + c] = share;
        sum += share;
      }
      for (int c = 0; c < width; c++) {
        out.value[r * width + c] /= sum;
      }
    }
    back.push(
        () -> {
          for (int r = 0; r < a.rows; r++) {
            double mean = 0;
            for (int i = r * width; i < (r + 1) * width; i++) {
              mean += out.slope[i] * out.value[i];
            }
            for (int i = r * width; i < (r + 1) * width; i++) {
              a.slope[i] += out.value[i] * (out.slope[i] - mean) * scale;
            }
          }
        });
    return out;
  }

  /// Values above zero.
  Matrix positive(Matrix a) {
    Matrix out = new Matrix(a.rows, a.columns);
    for (int i = 0; i < out.value.length; i++) {
      out.value[i] = Math.max(0, a.value[i]);
    }
    back.push(
        () -> {
          for (int i = 0; i < out.slope.length; i++) {
            a.slope[i] += a.value[i] > 0 ? out.slope[i] : 0;
          }
        });
    return out;
  }

  /// Hyperbolic tangents.
  Matrix tangents(Matrix a) {
    Matrix out = new Matrix(a.rows, a.columns);
    for (int i = 0; i < out.value.length; i++) {
      out.value[i] = StrictMath.tanh(a.value[i]);
    }
    back.push(
        () -> {
          for (int i = 0; i < out.slope.length; i++) {
            a.slope[i] += out.slope[i] * (1 - out.value[i] * out.value[i]);
          }
        });
    return out;
  }

  /// Each row brought to mean 0 and variance 1, then stretched and shifted.
  Matrix levelled(Matrix a, Matrix stretch, Matrix shift) {
    int width = a.columns;
    Matrix out = new Matrix(a.rows, width);
    double[] level = new double[a.value.length];
    double[] spread = new double[a.rows];
    for (int r = 0; r < a.rows; r++) {
      double mean = 0;
      for (int c = 0; c < width; c++) {
        mean += a.value[r * width + c] / width;
      }
      double variance = 0;
      for (int c = 0; c < width; c++) {
        double off = a.value[r * width + c] - mean;
        variance += off * off / width;
      }
      spread[r] = Math.sqrt(variance + EPSILON);
      for (int c = 0; c < width; c++) {
        level[r * width + c] = (a.value[r * width + c] - mean) / spread[r];
        out.value[r * width + c] = level[r * width + c] * stretch.value[c] + shift.value[c];
      }
    }
    back.push(() -> unlevel(a, stretch, shift, out, level, spread));
    return out;
  }

  private static void unlevel(
      Matrix a, Matrix stretch, Matrix shift, Matrix out, double[] level, double[] spread) {
    int width = a.columns;
    for (int r = 0; r < a.rows; r++) {
      double mean = 0;
      double along = 0;
      for (int c = 0; c < width; c++) {
        int i = r * width + c;
        stretch.slope[c] += out.slope[i] * level[i];
        shift.slope[c] += out.slope[i];
        mean += out.slope[i] * stretch.value[c] / width;
        along += out.slope[i] * stretch.value[c] * level[i] / width;
      }
      for (int c = 0; c < width; c++) {
        int i = r * width + c;
        a.slope[i] += (out.slope[i] * stretch.value[c] - mean - level[i] * along) / spread[r];
      }
    }
  }
}
