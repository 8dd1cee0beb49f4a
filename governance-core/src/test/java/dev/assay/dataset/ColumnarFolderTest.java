package dev.assay.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnarFolderTest {

  @TempDir Path folder;

  @Test
  void columnGivesBackEveryValueWhenWritten() {
    ColumnarWriter writer = ColumnarWriter.into(folder, 4);
    NumberSink numbers = writer.numbers("n");
    IntegerSink integers = writer.integers("i", ColumnType.INTEGER);
    TextSink texts = writer.texts("c", ColumnType.CATEGORY);
    for (int row = 0; row < 100_003; row++) {
      numbers.add(row % 7 == 0 ? Double.NaN : row / 3.0);
      if (row % 5 == 0) {
        integers.addMissing();
      } else {
        integers.add(Long.MAX_VALUE - row);
      }
      texts.add(row % 11 == 0 ? null : "wert " + row % 13 + " ä😀");
    }
    writer.finish();

    ColumnarFolder read = ColumnarFolder.open(folder);
    assertThat(read.rows()).isEqualTo(100_003);
    assertThat(read.names()).containsExactly("n", "i", "c");
    Column c = read.column("c");
    assertThat(c.getClass()).isEqualTo(Column.Categories.class);
    for (int row = 0; row < 100_003; row++) {
      double n = ((Column.Numbers) read.column("n")).values()[row];
      assertThat(Double.doubleToLongBits(n))
          .isEqualTo(Double.doubleToLongBits(row % 7 == 0 ? Double.NaN : row / 3.0));
      assertThat(read.column("i").isMissing(row)).isEqualTo(row % 5 == 0);
      assertThat(c.text(row)).isEqualTo(row % 11 == 0 ? null : "wert " + row % 13 + " ä😀");
    }
  }

  @Test
  void textsSpillToPlainTextWhenTheDictionaryIsFull() {
    ColumnarWriter writer = ColumnarWriter.into(folder, 1);
    TextSink texts = writer.texts("t", ColumnType.STRING);
    int rows = ColumnarWriter.DICTIONARY_ENTRIES * 4;
    for (int row = 0; row < rows; row++) {
      texts.add(row % 3 == 0 ? null : row % 3 == 1 ? "" : "text " + row);
    }
    writer.finish();

    Column read = ColumnarFolder.open(folder).column("t");
    assertThat(read.getClass()).isEqualTo(Column.Texts.class);
    for (int row = rows - 1; row >= 0; row -= 997) {
      assertThat(read.text(row)).isEqualTo(row % 3 == 0 ? null : row % 3 == 1 ? "" : "text " + row);
    }
    for (int row = 0; row < rows; row++) {
      assertThat(read.text(row)).isEqualTo(row % 3 == 0 ? null : row % 3 == 1 ? "" : "text " + row);
    }
  }

  @Test
  void columnsByTheHundredHoldNoMemoryOnceTheyAreRead() {
    ColumnarWriter writer = ColumnarWriter.into(folder, 1);
    NumberSink numbers = writer.numbers("n");
    for (int row = 0; row < 200_000; row++) {
      numbers.add(row);
    }
    writer.finish();
    ColumnarFolder read = ColumnarFolder.open(folder);
    BufferPoolMXBean direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .findFirst()
            .orElseThrow();
    long before = direct.getMemoryUsed();

    for (int i = 0; i < 100; i++) {
      read.walk("n", bits -> {});
      read.column("n");
    }

    assertThat(direct.getMemoryUsed() - before).isLessThan(16 << 20);
  }

  @Test
  void columnRefusesAFileThatWasChanged() throws IOException {
    write(10);
    Path file = folder.resolve("column-00000.bin");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= (byte) 0x80;
      Files.write(file, changed);
      try {
        Column read = ColumnarFolder.open(folder).column("c");
        for (int row = 0; row < 10; row++) {
          read.text(row);
        }
      } catch (WorkFailed expected) {
        assertThat(expected.code()).isEqualTo("DATASET-DAMAGED");
      }
    }
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> ColumnarFolder.open(folder).column("c"))
        .isInstanceOf(WorkFailed.class)
        .hasMessageContaining("expected " + bytes.length + " bytes");
  }

  @Test
  void openRefusesAManifestThatLies() throws IOException {
    write(3);
    Path manifest = folder.resolve("columns.json");
    String good = Files.readString(manifest);
    Files.writeString(manifest, good.replace("\"rows\":3", "\"rows\":2000000000"));
    assertThatThrownBy(() -> ColumnarFolder.open(folder).column("c"))
        .isInstanceOf(WorkFailed.class);
    for (String bad :
        new String[] {
          "", "null", "[]", "{}", good.replace("\"c\"", "null"), good.replace("/1", "/9")
        }) {
      Files.writeString(manifest, bad);
      assertThatThrownBy(() -> ColumnarFolder.open(folder)).as(bad).isInstanceOf(WorkFailed.class);
    }
    Files.delete(manifest);
    assertThatThrownBy(() -> ColumnarFolder.open(folder)).isInstanceOf(WorkFailed.class);
  }

  @Test
  void columnNamesTheColumnsWhenThereIsNoSuchOne() {
    write(3);
    assertThatThrownBy(() -> ColumnarFolder.open(folder).column("d"))
        .isInstanceOfSatisfying(UsageError.class, e -> assertThat(e.remedy()).contains("c"));
  }

  private void write(int rows) {
    ColumnarWriter writer = ColumnarWriter.into(folder, 1);
    TextSink texts = writer.texts("c", ColumnType.CATEGORY);
    for (int row = 0; row < rows; row++) {
      texts.add(row == 2 ? null : "v" + row % 4);
    }
    writer.finish();
  }
}
