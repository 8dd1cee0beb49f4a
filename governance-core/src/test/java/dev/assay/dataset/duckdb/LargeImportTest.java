package dev.assay.dataset.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.common.Cancelled;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.Datasets;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.ImportRequest;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many rows within little memory.
class LargeImportTest {

  private static final int ROWS = 300_000;
  private static final long MEMORY = 170L << 20;

  @TempDir Path folder;

  @Test
  void manyRowsImportExactlyWithinTheirMemory() throws IOException {
    Path file = table(ROWS);
    Path output = Files.createDirectory(folder.resolve("out"));
    AtomicLong seen = new AtomicLong();

    ImportReport report =
        new DuckDbImporter()
            .importFile(
                new ImportRequest(file, null, output, MEMORY, 2),
                (step, done, total) -> {
                  if (step.equals("importing rows")) {
                    assertThat(total).isEqualTo(ROWS);
                    seen.set(done);
                  }
                },
                new Cancellation());

    assertThat(seen.get()).isEqualTo(ROWS);
    assertThat(report.rows()).isEqualTo(ROWS);
    assertThat(report.profile().duplicateRows()).isEqualTo(ROWS / 100);
    ColumnProfile key = report.profile().columns().get(0);
    assertThat(key.type()).isEqualTo(ColumnType.STRING);
    assertThat(key.distinct()).isEqualTo(ROWS);
    ColumnProfile text = report.profile().columns().get(1);
    assertThat(text.distinct()).isEqualTo(ROWS - ROWS / 100);
    assertThat(text.top().getFirst().count()).isEqualTo(2);
    ColumnProfile number = report.profile().columns().get(2);
    assertThat(Objects.requireNonNull(number.numeric()).median())
        .isCloseTo((ROWS / 100 * 99 - 1) / 2.0, within(3000.0));
    Column texts = Datasets.open(output, file).column("text");
    assertThat(texts.text(123_456)).isEqualTo("some text 123456");
    try (Stream<Path> left = Files.list(output)) {
      assertThat(left.map(f -> f.getFileName().toString())).hasSize(6).doesNotContain(".reading");
    }
  }

  @Test
  void importStopsSoonAndLeavesNothingWhenCancelled() throws Exception {
    Path file = table(ROWS);
    for (String when : new String[] {"reading the file", "importing rows", "summarising columns"}) {
      Path output = Files.createDirectory(folder.resolve("out " + when));
      Cancellation cancellation = new Cancellation();
      AtomicLong asked = new AtomicLong();
      Progress progress =
          (step, done, total) -> {
            if (step.equals(when) && done > 0 && asked.compareAndSet(0, System.nanoTime())) {
              cancellation.cancel();
            }
          };

      assertThatThrownBy(
              () ->
                  new DuckDbImporter()
                      .importFile(
                          new ImportRequest(file, null, output, MEMORY, 2), progress, cancellation))
          .isInstanceOf(Cancelled.class);

      Duration taken = Duration.ofNanos(System.nanoTime() - asked.get());
      System.out.println("cancelled while " + when + ": stopped after " + taken.toMillis() + " ms");
      assertThat(taken).isLessThan(Duration.ofSeconds(2));
      try (Stream<Path> left = Files.list(output)) {
        assertThat(left).isEmpty();
      }
    }
  }

  /// The last hundredth of the rows repeats the first but for the key.
  private Path table(int rows) throws IOException {
    Path file = folder.resolve("large.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("key,text,number,group\n");
      int fresh = rows - rows / 100;
      for (int row = 0; row < rows; row++) {
        int value = row % fresh;
        out.write("k" + row + ",some text " + value + "," + value + ",g" + value % 5 + "\n");
      }
    }
    return file;
  }
}
