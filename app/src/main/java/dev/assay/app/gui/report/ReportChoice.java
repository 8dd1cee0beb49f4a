package dev.assay.app.gui.report;

import dev.assay.report.content.Part;
import dev.assay.report.content.ReportKind;
import dev.assay.report.content.ReportPlan;
import dev.assay.report.document.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody wants in the report of an audit.
///
/// @param kind whom it is for
/// @param language of its fixed words
/// @param lines every section of the kind, in the order that was chosen
/// @param champion id of the audit that a comparison is made with, absent until one is chosen
public record ReportChoice(
    ReportKind kind, Language language, List<Line> lines, @Nullable String champion) {

  private static final String BETWEEN = "|";
  private static final String LEFT_OUT = "-";

  /// A section.
  ///
  /// @param part which one
  /// @param shown whether it is in the report
  public record Line(Part part, boolean shown) {}

  /// Keeps its own list.
  public ReportChoice {
    lines = List.copyOf(lines);
  }

  /// The full report.
  public static ReportChoice usual() {
    return usual(ReportKind.FULL, Language.ENGLISH, null);
  }

  private static ReportChoice usual(ReportKind kind, Language language, @Nullable String champion) {
    return new ReportChoice(
        kind, language, kind.parts().stream().map(p -> new Line(p, true)).toList(), champion);
  }

  /// Another kind, with its usual sections; the language stays where the kind is written in it.
  public ReportChoice of(ReportKind other) {
    return usual(other, language, champion);
  }

  /// Another language.
  public ReportChoice in(Language other) {
    return new ReportChoice(kind, other, lines, champion);
  }

  /// Against another audit.
  public ReportChoice against(@Nullable String audit) {
    return new ReportChoice(kind, language, lines, audit);
  }

  /// With or without a section.
  public ReportChoice showing(Part part, boolean shown) {
    return with(lines.stream().map(l -> l.part() == part ? new Line(part, shown) : l).toList());
  }

  /// With a section further up (negative) or down; unchanged at the ends.
  public ReportChoice moved(Part part, int by) {
    int from = lines.stream().map(Line::part).toList().indexOf(part);
    int to = from + by;
    if (from < 0 || to < 0 || to >= lines.size()) {
      return this;
    }
    List<Line> changed = new ArrayList<>(lines);
    changed.add(to, changed.remove(from));
    return with(changed);
  }

  /// With the usual sections in their usual order.
  public ReportChoice asUsual() {
    return usual(kind, language, champion);
  }

  /// Whether sections and order are the usual ones.
  public boolean isUsual() {
    return lines.equals(asUsual().lines());
  }

  private ReportChoice with(List<Line> changed) {
    return new ReportChoice(kind, language, changed, champion);
  }

  /// The plan, without the audit that it may be compared with.
  public ReportPlan plan() {
    return ReportPlan.of(kind).in(language).withParts(shown());
  }

  /// The sections that are shown.
  public List<Part> shown() {
    return lines.stream().filter(Line::shown).map(Line::part).toList();
  }

  /// The options of `assay report` that ask for the same.
  public List<String> options() {
    List<String> options = new ArrayList<>(List.of("--kind", kind.word()));
    if (language != Language.ENGLISH) {
      options.addAll(List.of("--language", language.tag()));
    }
    if (!isUsual()) {
      options.addAll(
          List.of("--sections", shown().stream().map(Part::word).collect(Collectors.joining(","))));
    }
    if (kind == ReportKind.COMPARISON && champion != null) {
      options.addAll(List.of("--with", champion));
    }
    return options;
  }

  /// As it is kept in the settings.
  public String text() {
    return String.join(
        BETWEEN,
        kind.name(),
        language.name(),
        lines.stream()
            .map(l -> (l.shown() ? "" : LEFT_OUT) + l.part().name())
            .collect(Collectors.joining(",")),
        Objects.requireNonNullElse(champion, ""));
  }

  /// What was kept; the full report where that cannot be read, for instance because a later version
  /// wrote it.
  public static ReportChoice parse(@Nullable String text) {
    String[] fields = text == null ? new String[0] : text.split("\\|", -1);
    if (fields.length != 4) {
      return usual();
    }
    try {
      ReportKind kind = ReportKind.valueOf(fields[0]);
      ReportChoice usual =
          usual(kind, Language.valueOf(fields[1]), fields[3].isEmpty() ? null : fields[3]);
      List<Line> kept =
          Arrays.stream(fields[2].split(","))
              .map(
                  w ->
                      w.startsWith(LEFT_OUT)
                          ? new Line(Part.valueOf(w.substring(1)), false)
                          : new Line(Part.valueOf(w), true))
              .toList();
      boolean same =
          new HashSet<>(kept.stream().map(Line::part).toList()).equals(new HashSet<>(kind.parts()))
              && kept.size() == kind.parts().size();
      return same ? usual.with(kept) : usual;
    } catch (IllegalArgumentException unknown) {
      return usual();
    }
  }

  /// Every language that reports are written in.
  public List<Language> languages() {
    return List.of(Language.values());
  }
}
