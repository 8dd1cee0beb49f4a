package dev.assay.dataset.duckdb;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.DatasetFormat;
import dev.assay.dataset.DatasetProfile;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Datasets;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.ImportRequest;
import dev.assay.dataset.Warning;
import dev.assay.dataset.table.ImageFolder;
import dev.assay.dataset.table.TextTable;
import dev.assay.dataset.table.TextTables;
import dev.assay.source.SourceKind;
import dev.assay.source.Sources;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One import, from a file to columnar files and their report.
final class Import {

  private static final long LEAST_MEMORY = 128L << 20;
  private static final double ENGINES_SHARE = 0.75;
  private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

  private final ImportRequest request;
  private final Path temporary;
  private final Progress progress;
  private final Cancellation cancellation;
  private final DatasetFormat format;

  Import(ImportRequest request, Path temporary, Progress progress, Cancellation cancellation) {
    this.request = request;
    this.temporary = temporary;
    this.progress = progress;
    this.cancellation = cancellation;
    DatasetSpec spec = request.spec();
    DatasetFormat said = spec == null ? null : spec.format();
    this.format = said == null ? DatasetFormat.UNSAID : said;
  }

  ImportReport run() throws IOException {
    SourceKind kind = Sources.recognise(request.file());
    if (kind == SourceKind.IMAGE_FOLDER) {
      return images(ImageFolder.at(request.file(), cancellation));
    }
    Fingerprint fingerprint = Fingerprint.begin(request.file());
    return switch (kind) {
      case CSV -> text(tables().csv(request.file(), format, describedNames()), fingerprint);
      case JSON_LINES -> text(tables().jsonLines(request.file(), format), fingerprint);
      case PARQUET -> {
        try (Session session = session(request.file())) {
          yield read(ParquetRelation.of(request.file(), format, session), session, fingerprint);
        }
      }
      case ONNX,
          TRANSFORMER_FOLDER,
          TRANSFORMER_ARCHIVE,
          IMAGE_FOLDER,
          DATASET_DESCRIPTOR,
          MODEL_DESCRIPTOR ->
          throw new InputRejected(
              "SOURCE-KIND",
              "'" + shownName() + "' is no table.",
              "Give a dataset as CSV, Parquet or JSON Lines.");
    };
  }

  private ImportReport images(ImageFolder images) throws IOException {
    DatasetSpec spec = images.spec(request.spec());
    TextTable table =
        tables()
            .csv(
                images.write(temporary.resolve("images.csv"), spec),
                DatasetFormat.UNSAID,
                List.of());
    try (Session session = session(table.file())) {
      progress.report("reading images", 0, -1);
      Relation relation = TextRelation.of(table, DatasetFormat.UNSAID).named(images.words());
      return read(relation, session, spec, images.warnings(), () -> images.digest(cancellation));
    }
  }

  private TextTables tables() {
    return new TextTables(temporary, progress, cancellation);
  }

  private List<String> describedNames() {
    DatasetSpec spec = request.spec();
    return spec == null ? List.of() : spec.columns().stream().map(ColumnSpec::name).toList();
  }

  private ImportReport text(TextTable table, Fingerprint fingerprint) throws IOException {
    try (Session session = session(table.file())) {
      return read(TextRelation.of(table, format), session, fingerprint);
    }
  }

  private Session session(Path file) {
    long memory = Math.max(LEAST_MEMORY, (long) (request.memoryBytes() * ENGINES_SHARE));
    return Session.open(file.toAbsolutePath(), temporary, memory, request.threads(), cancellation);
  }

  private ImportReport read(Relation relation, Session session, Fingerprint fingerprint)
      throws IOException {
    return read(relation, session, request.spec(), List.of(), fingerprint::finish);
  }

  /// The digest of what was read.
  @FunctionalInterface
  private interface Digested {
    Digest finish() throws IOException;
  }

  private ImportReport read(
      Relation relation,
      Session session,
      @Nullable DatasetSpec described,
      List<Warning> known,
      Digested digest)
      throws IOException {
    requireRoom(relation);
    Plan plan = Plan.of(relation, described);
    Export export = new Export(plan.columns(), request.output(), relation.rows(), progress);
    export.run(session, relation, plan.columns());
    Summaries summaries = new Summaries(session, relation, plan.columns(), export.receivers());
    summaries.settleTexts();
    export.finish();
    List<Facts> facts = summaries.of(request.output(), request.threads(), progress, cancellation);
    SpecInForce inForce = SpecInForce.of(stem(), described, plan.columns(), facts);
    DatasetSpec spec = inForce.spec();

    List<Warning> warnings = new ArrayList<>(known);
    warnings.addAll(relation.warnings());
    warnings.addAll(plan.warnings());
    warnings.addAll(ContentWarnings.of(export.receivers(), facts));
    warnings.addAll(inForce.warnings());
    ColumnarFolder folder = ColumnarFolder.open(request.output());
    warnings.addAll(LabelCheck.of(folder, spec));
    warnings.addAll(new RoleChecks(folder, facts).of(spec));
    progress.report("looking for duplicate rows", 0, -1);
    long duplicates =
        summaries.duplicates(spec.withRole(ColumnRole.ID).stream().map(ColumnSpec::name).toList());
    ImportReport report =
        new ImportReport(
            String.valueOf(request.file().getFileName()),
            digest.finish(),
            Math.toIntExact(relation.rows()),
            spec,
            request.spec() == null,
            relation.format(),
            new DatasetProfile(
                relation.rows(), duplicates, facts.stream().map(Facts::profile).toList()),
            List.copyOf(warnings));
    cancellation.check();
    AtomicFiles.write(request.output().resolve(Datasets.REPORT_FILE), Json.write(report));
    return report;
  }

  private void requireRoom(Relation relation) throws IOException {
    if (relation.rows() > MOST_ROWS) {
      throw new InputRejected(
          "TABLE-TOO-LONG",
          String.format(
              Locale.ROOT,
              "The table has %,d rows; at most %,d are read.",
              relation.rows(),
              MOST_ROWS),
          "Cut the table into parts.");
    }
    long needed = relation.rows() * relation.columns().size() * Integer.BYTES;
    long free = Files.getFileStore(request.output()).getUsableSpace();
    if (needed > free) {
      throw new InputRejected(
          "DATASET-DISK",
          String.format(
              Locale.ROOT,
              "%,d rows of %,d columns need at least %,d MiB, but the disk of the workspace has %,d"
                  + " MiB left.",
              relation.rows(),
              relation.columns().size(),
              needed >> 20,
              free >> 20),
          "Free some space, or keep fewer rows and columns.");
    }
  }

  private String stem() {
    String name = String.valueOf(request.file().getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private String shownName() {
    return Visible.of(String.valueOf(request.file().getFileName()), 120);
  }
}
