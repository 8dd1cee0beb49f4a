package dev.assay.dataset.duckdb;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.DatasetImporter;
import dev.assay.dataset.DatasetProfile;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Datasets;
import dev.assay.dataset.GuessedColumn;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.ImportRequest;
import dev.assay.dataset.RoleGuess;
import dev.assay.dataset.Warning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Imports datasets through DuckDB: read as it stands, types found or checked, values profiled,
/// columns written.
public final class DuckDbImporter implements DatasetImporter {

  @Override
  public ImportReport importFile(
      ImportRequest request, Progress progress, Cancellation cancellation) {
    String name = Visible.of(String.valueOf(request.file().getFileName()), 120);
    try (SpillFolder spill = SpillFolder.in(request.output())) {
      progress.report("reading the table", 0, -1);
      Source source = Source.of(request, spill.path(), cancellation);
      try (DuckDb db =
          DuckDb.open(
              source.file(),
              spill.path(),
              request.memoryBytes(),
              request.threads(),
              cancellation)) {
        RawTable table = read(db, source, name);
        requireRows(table, name);
        ImportReport report = imported(db, table, source, request, name, progress, cancellation);
        AtomicFiles.write(request.output().resolve(Datasets.REPORT_FILE), Json.write(report));
        return report;
      } catch (SQLException e) {
        throw DuckDb.failed(e, name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Versions, loading the native library: "duckdb" → "v2.0.0".
  public static SortedMap<String, String> describe() {
    SortedMap<String, String> versions = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      versions.put("duckdb", connection.getMetaData().getDatabaseProductVersion());
    } catch (SQLException e) {
      throw DuckDb.failed(e, "the reader");
    }
    return versions;
  }

  private static RawTable read(DuckDb db, Source source, String name) throws SQLException {
    return switch (source.kind()) {
      case CSV ->
          RawTable.csv(
              db,
              source.file(),
              java.util.Objects.requireNonNull(source.dialect()),
              source.format(),
              source.encoding(),
              name);
      case PARQUET -> RawTable.parquet(db, source.file(), name);
      case JSON_LINES -> RawTable.jsonLines(db, source.file(), name);
      case ONNX, TRANSFORMER_FOLDER, IMAGE_FOLDER, DATASET_DESCRIPTOR, MODEL_DESCRIPTOR ->
          throw new IllegalStateException("refused before: " + source.kind());
    };
  }

  private static void requireRows(RawTable table, String name) {
    if (table.rows() == 0) {
      throw new InputRejected(
          "TABLE-NO-ROWS",
          "'" + name + "' has a header and no rows.",
          "Give a table with at least one row.");
    }
    if (table.rows() > Integer.MAX_VALUE - 8) {
      throw new InputRejected(
          "TABLE-TOO-LONG",
          String.format(
              Locale.ROOT,
              "'%s' has %,d rows; up to 2,147,483,639 can be read.",
              name,
              table.rows()),
          "Split the file.");
    }
  }

  private static ImportReport imported(
      DuckDb db,
      RawTable table,
      Source source,
      ImportRequest request,
      String name,
      Progress progress,
      Cancellation cancellation)
      throws SQLException, IOException {
    List<Warning> warnings = new ArrayList<>(source.warnings());
    warnings.addAll(table.warnings());
    DatasetSpec given = request.spec();
    List<Field> fields;
    if (given == null) {
      TypeGuess guess = TypeGuess.of(db, table);
      fields = guess.fields();
      warnings.addAll(guess.warnings());
    } else {
      Described described = Described.of(db, table, given, name);
      fields = described.fields();
      given = described.spec();
      warnings.addAll(described.warnings());
    }
    Profiler profiler = new Profiler(db, table.rows());
    List<Field> refined = new ArrayList<>();
    List<ColumnProfile> profiles = new ArrayList<>();
    List<GuessedColumn> guessed = new ArrayList<>();
    for (Field field : fields) {
      ColumnProfile profile = profiler.column(field);
      Field read = given == null ? Guessed.refined(db, field, profile, table.rows()) : field;
      refined.add(read);
      profiles.add(retyped(profile, read));
      if (given == null) {
        guessed.add(Guessed.column(db, read, profile, table.rows()));
      }
      progress.report("profiling columns", refined.size(), fields.size());
    }
    Paths.require(db, refined, name);
    DatasetSpec spec = given == null ? RoleGuess.of(stem(request.file()), guessed) : given;
    long duplicates = profiler.duplicates(withoutId(refined, spec));
    Remarks.of(spec, profiles, table.rows()).forEach(warnings::add);
    new Writing(db, refined, progress, cancellation).into(request.output(), table.rows());
    return new ImportReport(
        String.valueOf(request.file().getFileName()),
        Digest.of(request.file()),
        (int) table.rows(),
        spec,
        request.spec() == null,
        table.words(),
        new DatasetProfile(table.rows(), duplicates, List.copyOf(profiles)),
        List.copyOf(warnings));
  }

  private static ColumnProfile retyped(ColumnProfile p, Field field) {
    return new ColumnProfile(
        p.name(),
        field.type(),
        p.missing(),
        p.distinct(),
        p.numeric(),
        p.text(),
        p.top(),
        p.histogram());
  }

  private static List<Field> withoutId(List<Field> fields, DatasetSpec spec) {
    return fields.stream()
        .filter(f -> spec.column(f.name()).map(c -> c.role() != ColumnRole.ID).orElse(true))
        .toList();
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
