package dev.assay.dataset;

import dev.assay.common.Json;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A folder of columnar files as [ColumnarWriter] leaves it. Columns are read on first use, in
/// bulk, and kept while memory allows. Safe for several threads.
public final class ColumnarFolder {

  private final Path folder;
  private final ColumnarManifest manifest;
  private final Map<String, Integer> index;
  private final Map<String, SoftReference<Column>> loaded = new ConcurrentHashMap<>();

  private ColumnarFolder(Path folder, ColumnarManifest manifest, Map<String, Integer> index) {
    this.folder = folder;
    this.manifest = manifest;
    this.index = index;
  }

  /// Reads and checks the manifest; no column is read yet.
  ///
  /// @throws WorkFailed when the folder is incomplete or damaged
  public static ColumnarFolder open(Path folder) {
    Path file = folder.resolve(ColumnarManifest.FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw damaged("it has no " + ColumnarManifest.FILE, null);
    }
    try {
      ColumnarManifest manifest = Json.mapper().readValue(file.toFile(), ColumnarManifest.class);
      return new ColumnarFolder(folder, manifest, checked(manifest));
    } catch (JacksonException e) {
      throw damaged("its " + ColumnarManifest.FILE + " cannot be read", e);
    }
  }

  private static Map<String, Integer> checked(@Nullable ColumnarManifest manifest) {
    if (manifest == null
        || !ColumnarManifest.FORMAT.equals(manifest.format())
        || manifest.rows() < 0
        || (Object) manifest.columns() == null) {
      throw damaged(
          "its " + ColumnarManifest.FILE + " is not of format " + ColumnarManifest.FORMAT, null);
    }
    Map<String, Integer> index = new LinkedHashMap<>();
    for (ColumnarManifest.Entry entry : manifest.columns()) {
      boolean whole =
          (Object) entry != null
              && (Object) entry.name() != null
              && (Object) entry.type() != null
              && (Object) entry.form() != null
              && entry.entries() >= 0
              && entry.entries() < Integer.MAX_VALUE
              && entry.textBytes() >= 0;
      if (!whole || index.putIfAbsent(entry.name(), index.size()) != null) {
        throw damaged(
            "its " + ColumnarManifest.FILE + " describes a column twice or not wholly", null);
      }
    }
    return index;
  }

  /// Rows of every column.
  public int rows() {
    return manifest.rows();
  }

  /// Names of the columns in order.
  public List<String> names() {
    return List.copyOf(index.keySet());
  }

  /// The column of this name, never modified.
  ///
  /// @throws UsageError when there is none
  /// @throws WorkFailed when its file is damaged
  public Column column(String name) {
    int place = place(name);
    SoftReference<Column> kept = loaded.get(name);
    Column known = kept == null ? null : kept.get();
    if (known != null) {
      return known;
    }
    ColumnarManifest.Entry entry = manifest.columns().get(place);
    Column column = reader(place, entry).read(manifest.expectedBytes(entry));
    loaded.put(name, new SoftReference<>(column));
    return column;
  }

  /// Walks a column of numbers, whole numbers, days or times, row by row, without keeping it: the
  /// eight bytes of each value as they are stored. NaN and [Column.Integers#MISSING] are missing.
  ///
  /// @throws UsageError when there is no such column
  /// @throws WorkFailed when its file is damaged, or it is a column of texts
  public void walk(String name, LongConsumer bits) {
    ColumnarManifest.Entry entry = manifest.columns().get(place(name));
    reader(place(name), entry).walk(manifest.expectedBytes(entry), bits);
  }

  private int place(String name) {
    Integer place = index.get(name);
    if (place == null) {
      throw new UsageError(
          "COLUMN-UNKNOWN",
          "There is no column '" + Visible.of(name, 80) + "'.",
          "Columns are: " + Visible.of(String.join(", ", index.keySet()), 400) + ".");
    }
    return place;
  }

  private ColumnFileReader reader(int place, ColumnarManifest.Entry entry) {
    return new ColumnFileReader(
        folder.resolve(ColumnarManifest.fileName(place)), manifest.rows(), entry);
  }

  private static WorkFailed damaged(String why, @Nullable Throwable cause) {
    return new WorkFailed(
        "DATASET-DAMAGED",
        "The folder of columns is not usable: " + why + ".",
        "Import the dataset again.",
        cause);
  }
}
