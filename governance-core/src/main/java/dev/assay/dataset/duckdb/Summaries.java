package dev.assay.dataset.duckdb;

import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.guess.Evidence;
import dev.assay.dataset.profile.NumberSummary;
import dev.assay.dataset.profile.TopValues;
import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Summarises the columns that an export has read: numbers from their files, texts from their
/// counts, texts with very many different values by the engine.
final class Summaries {

  /// Distinct texts that are listed.
  static final int FEW_TEXTS = NumberSummary.FEW_VALUES;

  private static final int KEYS_IN_MEMORY = 1 << 22;
  private static final int MANY_COLUMNS = 500;
  private static final Pattern IMAGE_PATH =
      Pattern.compile("(?i)\\S.{0,400}\\.(png|jpe?g|bmp|gif|webp|tiff?)");

  private final Session session;
  private final Relation relation;
  private final List<Planned> columns;
  private final List<Receiver> receivers;

  Summaries(Session session, Relation relation, List<Planned> columns, List<Receiver> receivers) {
    this.session = session;
    this.relation = relation;
    this.columns = columns;
    this.receivers = receivers;
  }

  /// Settles what each text is, before the files are completed.
  void settleTexts() {
    for (int i = 0; i < receivers.size(); i++) {
      if (columns.get(i).described() == null && receivers.get(i) instanceof TextReceiver text) {
        text.as(TextKind.of(text));
      }
    }
  }

  /// The facts of every column in file order.
  List<Facts> of(Path folder, int threads, Progress progress, Cancellation cancellation) {
    ColumnarFolder files = ColumnarFolder.open(folder);
    Facts[] facts = new Facts[receivers.size()];
    AtomicInteger done = new AtomicInteger();
    int capacity = KEYS_IN_MEMORY / Math.max(1, threads);
    Blocks.run(
        receivers.size(),
        threads,
        i -> {
          cancellation.check();
          if (!(receivers.get(i) instanceof TextReceiver)) {
            facts[i] = numbers(files, receivers.get(i), capacity, cancellation);
            progress.report("summarising columns", done.incrementAndGet(), receivers.size());
          }
        });
    for (int i = 0; i < facts.length; i++) {
      if (receivers.get(i) instanceof TextReceiver text) {
        facts[i] = texts(text, columns.get(i).reading().sql());
        progress.report("summarising columns", done.incrementAndGet(), receivers.size());
      }
    }
    return List.of(facts);
  }

  private Facts numbers(
      ColumnarFolder files, Receiver column, int capacity, Cancellation cancellation) {
    ColumnType type = column.type();
    NumberSummary summary =
        NumberSummary.of(files, column.name(), type, top(), capacity, cancellation);
    return new Facts(
        new ColumnProfile(
            column.name(),
            type,
            column.missing(),
            summary.distinct(),
            summary.numeric(),
            null,
            summary.top(),
            summary.histogram()),
        new Evidence(
            column.name(),
            type,
            column.rows(),
            column.missing(),
            summary.distinct(),
            summary.few(),
            summary.numeric(),
            null,
            summary.withinUnit(),
            false));
  }

  private Facts texts(TextReceiver column, String sql) {
    TopValues top = top();
    List<String> dictionary = column.dictionary().orElse(List.of());
    long distinct = dictionary.size();
    if (column.dictionary().isPresent()) {
      column.offerTo(top);
    } else {
      distinct = session.numbers("SELECT count(DISTINCT " + sql + ") FROM " + relation.from())[0];
      session.rows(
          "SELECT v, count(*) AS n FROM (SELECT "
              + sql
              + " AS v FROM "
              + relation.from()
              + ") WHERE v IS NOT NULL GROUP BY v ORDER BY n DESC, v LIMIT 10",
          row -> top.offer(row.getString(1), row.getLong(2)));
    }
    List<String> few = dictionary.size() > FEW_TEXTS ? List.of() : List.copyOf(dictionary);
    boolean paths =
        !dictionary.isEmpty()
            && dictionary.stream().limit(FEW_TEXTS).allMatch(t -> IMAGE_PATH.matcher(t).matches());
    return new Facts(
        new ColumnProfile(
            column.name(),
            column.type(),
            column.missing(),
            distinct,
            null,
            column.profile(),
            top.values(),
            null),
        new Evidence(
            column.name(),
            column.type(),
            column.rows(),
            column.missing(),
            distinct,
            few,
            null,
            column.profile(),
            0,
            paths));
  }

  private TopValues top() {
    return receivers.size() > MANY_COLUMNS ? new TopValues(5, 40) : new TopValues(10, 200);
  }

  /// Rows that are equal to an earlier one in every column but those named.
  long duplicates(List<String> but) {
    List<String> compared = new ArrayList<>();
    for (Planned column : columns) {
      if (!but.contains(column.name())) {
        compared.add(column.reading().sql());
      }
    }
    if (compared.isEmpty()) {
      return 0;
    }
    return relation.rows()
        - session
            .numbers(
                "SELECT count(*) FROM (SELECT DISTINCT "
                    + String.join(", ", compared)
                    + " FROM "
                    + relation.from()
                    + ")")[0];
  }
}
