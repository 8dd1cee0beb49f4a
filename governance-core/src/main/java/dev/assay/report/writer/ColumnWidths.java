package dev.assay.report.writer;

import dev.assay.chart.ChartFonts;
import dev.assay.report.document.Block;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Text;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Widths of a table's columns on paper, from what stands in them: no number is ever broken, names
/// break where they must, sentences take what is left.
final class ColumnWidths {

  private static final double LINE = 493;
  private static final double PADDING = 11;
  private static final double BODY = 8;
  private static final double ASIDE = 7;
  private static final double HEAD = 7.5;
  private static final double LONGEST_TOKEN = 120;
  private static final double SHORT_NAME = 58;
  private static final double LONGEST_NAME = 170;
  private static final double LONGEST_SENTENCE = 320;
  private static final int MEASURED = 100;

  /// Where a line may break.
  private static final Pattern BREAKS = Pattern.compile("[ ]|(?<=-)");

  private final Font font = ChartFonts.regular(MEASURED);
  private final FontRenderContext context = new FontRenderContext(null, true, true);
  private final Map<Integer, Double> advances = new HashMap<>();

  /// Per cent of the table's width for each column.
  double[] of(Block.Table table) {
    int n = table.columns().size();
    double[] least = new double[n];
    double[] wanted = new double[n];
    for (int c = 0; c < n; c++) {
      Block.Column column = table.columns().get(c);
      least[c] = token(column.heading(), HEAD);
      wanted[c] = Math.min(line(column.heading(), HEAD), 60);
      for (Block.Row row : table.rows()) {
        Text cell = row.cells().get(c);
        least[c] = Math.max(least[c], least(column.kind(), cell));
        wanted[c] = Math.max(wanted[c], line(column.kind(), cell));
      }
      least[c] =
          (column.kind() == Block.Kind.NUMBER ? least[c] : Math.min(least[c], LONGEST_TOKEN))
              + PADDING;
      wanted[c] = Math.max(least[c], wanted[c] + PADDING);
    }
    return shares(least, wanted);
  }

  private static double[] shares(double[] least, double[] wanted) {
    double sumLeast = sum(least);
    double sumWanted = sum(wanted);
    double[] widths = new double[least.length];
    for (int c = 0; c < widths.length; c++) {
      if (sumWanted <= LINE) {
        widths[c] = wanted[c] * LINE / sumWanted;
      } else if (sumLeast >= LINE) {
        widths[c] = least[c];
      } else {
        widths[c] = least[c] + (LINE - sumLeast) * (wanted[c] - least[c]) / (sumWanted - sumLeast);
      }
    }
    double all = sum(widths);
    for (int c = 0; c < widths.length; c++) {
      widths[c] = 100 * widths[c] / all;
    }
    return widths;
  }

  /// Short names stay on one line, and so do intervals.
  private double least(Block.Kind kind, Text cell) {
    double whole = kind == Block.Kind.NAME ? line(cell, BODY) : Double.POSITIVE_INFINITY;
    double token = token(cell, BODY);
    if (kind == Block.Kind.NUMBER) {
      for (Inline part : cell.parts()) {
        token = part instanceof Inline.Aside ? Math.max(token, width(part, BODY)) : token;
      }
    }
    return whole <= SHORT_NAME ? whole : token;
  }

  private double line(Block.Kind kind, Text cell) {
    return switch (kind) {
      case NUMBER -> cell.parts().stream().mapToDouble(p -> width(p, BODY)).max().orElse(0);
      case NAME -> Math.min(LONGEST_NAME, line(cell, BODY));
      case WORDS -> Math.min(LONGEST_SENTENCE, line(cell, BODY));
    };
  }

  private double line(Text text, double size) {
    return text.parts().stream().mapToDouble(p -> width(p, size)).sum();
  }

  /// The widest piece that must not be broken.
  private double token(Text text, double size) {
    double widest = 0;
    for (Inline part : text.parts()) {
      if (part instanceof Inline.Marked) {
        widest = Math.max(widest, width(part, size));
      } else {
        for (String token : BREAKS.split(part.words(), -1)) {
          widest = Math.max(widest, width(token, size(part, size)));
        }
      }
    }
    return widest;
  }

  private double width(Inline part, double size) {
    return part instanceof Inline.Marked marked
        ? width(marked.mark().sign() + " " + marked.words(), size) * 1.06 + 11
        : width(part.words(), size(part, size));
  }

  private static double size(Inline part, double size) {
    return part instanceof Inline.Aside ? Math.min(size, ASIDE) : size;
  }

  private double width(String text, double size) {
    return Printable.of(text).codePoints().mapToDouble(this::advance).sum() * size / MEASURED;
  }

  private double advance(int codePoint) {
    return advances.computeIfAbsent(
        codePoint,
        c ->
            (double)
                font.createGlyphVector(context, Character.toString(c))
                    .getGlyphMetrics(0)
                    .getAdvance());
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
