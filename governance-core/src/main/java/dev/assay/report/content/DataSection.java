package dev.assay.report.content;

import dev.assay.chart.Bins;
import dev.assay.chart.GroupBars;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetProfile.Histogram;
import dev.assay.dataset.DatasetProfile.NumericProfile;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.LabelSpec;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was evaluated on: how it was read, what the columns are and hold.
final class DataSection {

  private static final int COLUMNS = 60;
  private static final int TOP = 3;
  private static final int CLASSES = 12;

  private DataSection() {}

  static Block.Section of(Context context) {
    ImportReport data = context.dossier().run().data();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.KeyValues(facts(data)));
    Map<String, ColumnProfile> profiles = new HashMap<>();
    data.profile().columns().forEach(c -> profiles.put(c.name(), c));
    label(data, profiles).ifPresent(f -> blocks.add(new Block.Figures(List.of(f))));
    blocks.add(columns(data, profiles));
    return Blocks.section("data", Say.words("word.data"), blocks);
  }

  private static List<Block.Entry> facts(ImportReport data) {
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(Blocks.entry(Say.words("word.file"), Text.data(data.fileName())));
    entries.add(Blocks.entry(Say.words("word.sha-256"), Text.code(data.digest().sha256())));
    entries.add(Blocks.entry(Say.words("word.read-as"), Say.phrase(data.format())));
    entries.add(Blocks.entry(Say.words("word.rows"), Say.count(data.rows())));
    entries.add(Blocks.entry(Say.words("data.rows-that-repeat-an"), repeats(data)));
    LabelSpec label = data.spec().label();
    if (label != null) {
      entries.add(Blocks.entry(Say.words("word.label"), Text.data(label.column())));
      if (label.positive() != null) {
        entries.add(Blocks.entry(Say.words("word.positive-class"), Text.data(label.positive())));
      }
      entries.add(
          Blocks.entry(
              Say.words("data.good-for-the-person"),
              label.favourable() == null
                  ? Say.text("data.the-positive-class")
                  : Text.data(label.favourable())));
    }
    entries.add(
        Blocks.entry(
            Say.words("data.roles-of-columns"),
            data.guessed()
                ? Say.words("data.guessed-reasons-below")
                : Say.words("data.from-a-descriptor")));
    return entries;
  }

  private static String repeats(ImportReport data) {
    long repeats = data.profile().duplicateRows();
    return Say.count(repeats)
        + (data.rows() == 0 ? "" : " (" + Say.percent((double) repeats / data.rows()) + ")");
  }

  private static Optional<Block.Figure> label(
      ImportReport data, Map<String, ColumnProfile> profiles) {
    LabelSpec label = data.spec().label();
    ColumnProfile profile = label == null ? null : profiles.get(label.column());
    if (label == null || profile == null) {
      return Optional.empty();
    }
    String title = Say.words("data.label", Say.label(label.column()));
    if (!label.classes().isEmpty() || profile.histogram() == null) {
      List<Bins.Bin> bins =
          profile.top().stream()
              .limit(CLASSES)
              .map(t -> new Bins.Bin(Say.label(t.value()), t.count(), kind(label, t.value())))
              .toList();
      return bins.isEmpty()
          ? Optional.empty()
          : Optional.of(figure(title, bins, Say.words("word.class-2"), classes(bins, data.rows())));
    }
    return Optional.of(
        figure(
            title,
            histogram(profile.histogram()),
            Say.label(label.column()),
            Say.words(
                "data.how-the-label-is",
                Say.count(profile.histogram().min()),
                Say.count(profile.histogram().max()))));
  }

  private static GroupBars.Kind kind(LabelSpec label, String value) {
    return value.equals(label.positive()) ? GroupBars.Kind.REFERENCE : GroupBars.Kind.GROUP;
  }

  private static String classes(List<Bins.Bin> bins, int rows) {
    return bins.stream()
            .map(
                b ->
                    b.label()
                        + " "
                        + Say.count(b.count())
                        + (rows == 0 ? "" : " (" + Say.percent(b.count() / rows) + ")"))
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static Block.Figure figure(String title, List<Bins.Bin> bins, String axis, String words) {
    return new Block.Figure(
        new Bins(title, title + ". " + words, axis, bins), Text.strong(title + ". ").and(words));
  }

  private static List<Bins.Bin> histogram(Histogram histogram) {
    List<Bins.Bin> bins = new ArrayList<>();
    int n = histogram.counts().size();
    double width = n == 0 ? 0 : (histogram.max() - histogram.min()) / n;
    for (int i = 0; i < n; i++) {
      String from = i % Math.max(1, n / 5) == 0 ? Say.count(histogram.min() + i * width) : "";
      bins.add(new Bins.Bin(from, histogram.counts().get(i), GroupBars.Kind.GROUP));
    }
    return bins;
  }

  private static Block columns(ImportReport data, Map<String, ColumnProfile> profiles) {
    List<ColumnSpec> all = data.spec().columns();
    Tables table =
        Tables.captioned(Say.words("word.columns"))
            .name(Say.words("word.column"))
            .words(Say.words("data.role-and-why"))
            .number(Say.words("word.missing"))
            .number(Say.words("word.distinct"))
            .words(Say.words("data.what-it-holds"));
    all.stream().limit(COLUMNS).forEach(c -> row(table, c, profiles.get(c.name()), data.rows()));
    if (all.size() > COLUMNS) {
      table.note(Say.words("data.more-columns-are-not", Say.count(all.size() - COLUMNS)));
    }
    return table.table();
  }

  private static void row(
      Tables table, ColumnSpec column, @Nullable ColumnProfile profile, int rows) {
    table.row(
        Text.data(column.name()).and(Text.aside(" " + Say.word("column-type", column.type()))),
        role(column),
        Text.of(profile == null ? "–" : missing(profile, rows)),
        Text.of(profile == null ? "–" : Say.count(profile.distinct())),
        profile == null ? Text.of("–") : holds(profile, rows));
  }

  private static Text role(ColumnSpec column) {
    String role = Say.word("role", column.role());
    String also =
        column.alsoFeature() && column.role() != ColumnRole.FEATURE
            ? Say.words("data.read-by-the-model")
            : "";
    Text text = Text.of(role + also);
    return column.reason().isBlank()
        ? text
        : text.and(Text.aside(" " + Say.phrase(column.reason()).plain()));
  }

  private static String missing(ColumnProfile profile, int rows) {
    return profile.missing() == 0 || rows == 0
        ? "0"
        : Say.count(profile.missing())
            + " ("
            + Say.percent((double) profile.missing() / rows)
            + ")";
  }

  private static Text holds(ColumnProfile profile, int rows) {
    NumericProfile numbers = profile.numeric();
    if (numbers != null && profile.distinct() > TOP) {
      return Text.of(
              Say.count(numbers.min())
                  + " … "
                  + Say.count(numbers.median())
                  + " … "
                  + Say.count(numbers.max()))
          .and(Text.aside(Say.words("data.lowest-median-highest")));
    }
    return Text.join(
        ", ",
        profile.top().stream()
            .limit(TOP)
            .map(
                t ->
                    Text.data(t.value())
                        .and(
                            Text.aside(
                                rows == 0 ? "" : " " + Say.percent((double) t.count() / rows))))
            .toList());
  }
}
