package dev.assay.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordScannerTest {

  private static final Dialect COMMA = new Dialect(',', '"', true, false);

  @Test
  void scanCutsRecordsWhateverTheLineEnds() throws IOException {
    List<List<String>> expected = List.of(List.of("a", "b"), List.of("1", ""), List.of("", "x y"));
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text = "a,b" + end + "1," + end + ",x y";
      assertThat(scan(text)).isEqualTo(expected);
      assertThat(scan(text + end)).isEqualTo(expected);
    }
  }

  @Test
  void scanKeepsWhatStandsInQuotes() throws IOException {
    assertThat(scan("\"a,\"\"b\"\"\r\nc\",\"\"\n\"\"\"\",d\n"))
        .containsExactly(List.of("a,\"b\"\r\nc", ""), List.of("\"", "d"));
  }

  @Test
  void scanReadsLooseQuotesAsPythonDoes() throws IOException {
    assertThat(scan("5\" pipe,\"abc\"def\n")).containsExactly(List.of("5\" pipe", "abcdef"));
  }

  @Test
  void scanGivesTheSameHoweverTheBytesArrive() throws IOException {
    Random random = new Random(7);
    String alphabet = "ab1,,\"\n\r;é\u4e2d";
    int scanned = 0;
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      Object whole = outcome(new ByteArrayInputStream(bytes));
      Object drop = outcome(new Drops(bytes, 1));
      assertThat(drop).as(text.toString()).isEqualTo(whole);
      scanned++;
    }
    assertThat(scanned).isEqualTo(3_000);
  }

  @Test
  void scanCutsWhatTheCleanCopyWroteBackIntoTheSameCells() throws IOException {
    Random random = new Random(11);
    String alphabet = "ab ,\"\n\r;é";
    for (int round = 0; round < 500; round++) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        StringBuilder cell = new StringBuilder();
        for (int c = random.nextInt(6); c > 0; c--) {
          cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        cells.add(cell.toString());
      }
      Path file = Files.createTempFile("clean", ".csv");
      try (CleanCopy copy = new CleanCopy(file, cells)) {
        for (int i = 0; i < cells.size(); i++) {
          copy.cell(i, cells.get(i));
        }
        copy.endRecord();
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      assertThat(records(new ByteArrayInputStream(bytes))).containsExactly(cells, cells);
    }
  }

  @Test
  void scanNamesTheLineOfAQuoteThatNeverCloses() {
    assertThatThrownBy(() -> scan("a\n1\n\"never\n2\n"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("line 3");
    assertThatThrownBy(() -> scan("a\n1\n\"never\n2\n3,\"x\"\n"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("opens in line 3")
        .hasMessageContaining("in line 5");
  }

  @Test
  void scanRefusesARecordWithoutEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] into, int from, int count) {
            Arrays.fill(into, from, from + count, (byte) 'x');
            return count;
          }
        };
    assertThatThrownBy(() -> records(endless))
        .isInstanceOfSatisfying(
            InputRejected.class, e -> assertThat(e.code()).isEqualTo("TABLE-RECORD-TOO-LONG"));
  }

  private static List<List<String>> scan(String text) throws IOException {
    return records(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Object outcome(InputStream in) throws IOException {
    try {
      return records(in);
    } catch (InputRejected e) {
      return e.sentence();
    }
  }

  private static List<List<String>> records(InputStream in) throws IOException {
    List<List<String>> records = new ArrayList<>();
    new RecordScanner(COMMA, bytes -> {})
        .scan(
            in,
            cells -> {
              List<String> record = new ArrayList<>();
              for (int i = 0; i < cells.count(); i++) {
                record.add(cells.text(i));
              }
              records.add(record);
              return true;
            });
    return records;
  }

  /// Gives few bytes at a time.
  private static final class Drops extends InputStream {
    private final byte[] bytes;
    private final int most;
    private int at;

    Drops(byte[] bytes, int most) {
      this.bytes = bytes;
      this.most = most;
    }

    @Override
    public int read() {
      return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int count) {
      if (at == bytes.length) {
        return -1;
      }
      int step = Math.min(Math.min(count, most), bytes.length - at);
      System.arraycopy(bytes, at, into, from, step);
      at += step;
      return step;
    }
  }
}
