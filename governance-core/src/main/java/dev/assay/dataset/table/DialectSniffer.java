package dev.assay.dataset.table;

import dev.assay.common.InputRejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the delimiter: the character that cuts the first records into the same number of cells as
/// the header, more than one.
final class DialectSniffer {

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int MOST_RECORDS = 300;

  private DialectSniffer() {}

  /// @param sample the first bytes of the file, UTF-8, perhaps cut within a record
  /// @param quote character around cells
  static char delimiter(byte[] sample, char quote) {
    Character said = said(sample);
    if (said != null) {
      return said;
    }
    char best = ',';
    double bestScore = 0;
    for (char candidate : CANDIDATES) {
      double score = score(sample, new Dialect(candidate, quote, true, false));
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /// What Excel's first line `sep=;` says.
  static @Nullable Character said(byte[] sample) {
    boolean says =
        sample.length > 5
            && sample[0] == 's'
            && sample[1] == 'e'
            && sample[2] == 'p'
            && sample[3] == '='
            && (sample[5] == '\n' || sample[5] == '\r');
    return says ? (char) sample[4] : null;
  }

  /// The share of records with as many cells as the header; more columns break ties. 0 when the
  /// header is one cell.
  private static double score(byte[] sample, Dialect dialect) {
    List<Integer> widths = widths(sample, dialect);
    if (widths.isEmpty()) {
      return 0;
    }
    int header = widths.getFirst();
    Map<Integer, Long> counts =
        widths.stream().collect(Collectors.groupingBy(w -> w, Collectors.counting()));
    double share = (double) counts.getOrDefault(header, 0L) / widths.size();
    return header < 2 ? 0 : share + Math.min(header, 1000) / 1e6;
  }

  private static List<Integer> widths(byte[] sample, Dialect dialect) {
    List<Integer> widths = new ArrayList<>();
    RecordScanner scanner = new RecordScanner(dialect, bytes -> {});
    try {
      scanner.scan(
          new ByteArrayInputStream(sample),
          cells -> {
            widths.add(cells.count());
            return widths.size() < MOST_RECORDS;
          });
    } catch (InputRejected broken) {
      // decision: a record cut at the end of the sample says nothing; what came before counts
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (widths.size() > 2 && widths.size() < MOST_RECORDS) {
      widths.removeLast();
    }
    return widths;
  }
}
