package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Dossier;
import dev.assay.compare.ComparedRun;
import dev.assay.compare.ComparisonWords;
import dev.assay.compare.RunComparer;
import dev.assay.compare.RunComparison;
import dev.assay.cost.CostWords;
import dev.assay.cost.SampleCosts;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.model.OutputMeaning;
import dev.assay.report.content.ReportKind;
import dev.assay.report.content.ReportPlan;
import dev.assay.report.content.Versus;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Language;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reports in both languages: every word that is said exists, none is left over, and a German
/// report holds no English but what was recorded.
class ReportLanguageTest {

  private static final Path CONTENT =
      Path.of(System.getProperty("assay.root", ".."))
          .resolve("governance-core/src/main/java/dev/assay/report/content");
  private static final Pattern SAID =
      Pattern.compile("(?:Say\\.(?:words|text)|words\\.(?:say|text))\\(\\s*\"([^\"]+)\"");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)\\b(the|of|and|is|are|with|without|from|by|not|more|than|which|that|were|this"
              + "|these|rows?|groups?|finding|checks?|unknown|everyone|undefined|missing|none)\\b");

  /// Files whose documents are written in English only, and those that refuse in sentences.
  private static final Set<String> ENGLISH_ONLY =
      Set.of(
          "BiasAuditBlocks.java",
          "BiasAuditDocument.java",
          "CardDocument.java",
          "DatasheetDocument.java",
          "ReportPlan.java",
          "ReportKind.java",
          "Part.java");

  @Test
  void everyMeaningOfAnOutputHasAWordInBothLanguages() {
    for (Language language : Language.values()) {
      for (OutputMeaning meaning : OutputMeaning.values()) {
        assertThat(Words.of(language).keys())
            .contains("output." + meaning.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  /// A fact that is found by a translated name is found in one language only.
  @Test
  void noFactIsLookedUpByAWordOfALanguage() throws IOException {
    Pattern byWord = Pattern.compile("Values\\.(?:of|subjects)\\([^;()]*Say\\.");
    for (Path file : sources()) {
      assertThat(byWord.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
    }
  }

  @Test
  void everyKeyThatIsSaidExistsAndNoSentenceStandsInTheCode() throws IOException {
    Set<String> keys = Words.of(Language.ENGLISH).keys();
    List<String> lacking = new ArrayList<>();
    int said = 0;
    for (Path file : sources()) {
      String code = Files.readString(file).replaceAll("(?m)^\\s*///.*$", "");
      Matcher key = SAID.matcher(code);
      while (key.find()) {
        said++;
        if (!key.group(1).endsWith(".")
            && !key.group(1).equals("terms")
            && !keys.contains(key.group(1))) {
          lacking.add(file.getFileName() + " " + key.group(1));
        }
      }
      if (!ENGLISH_ONLY.contains(file.getFileName().toString())) {
        assertThat(sentences(code)).as(file.getFileName().toString()).isEmpty();
      }
    }
    assertThat(lacking).isEmpty();
    assertThat(said).isGreaterThan(500);
  }

  /// Literals that people would read: words with a space between, names of methods and errors of
  /// programming apart.
  private static List<String> sentences(String code) {
    List<String> sentences = new ArrayList<>();
    for (String line : code.split("\n")) {
      Matcher literal = LITERAL.matcher(line);
      while (literal.find()) {
        boolean read = ENGLISH.matcher(literal.group(1)).find() && literal.group(1).contains(" ");
        if (read && !line.contains("requireNonNull") && !line.contains("Say.many(")) {
          sentences.add(literal.group(1));
        }
      }
    }
    sentences.removeIf(s -> s.endsWith(" columns") || s.startsWith(" cells in"));
    sentences.removeIf(s -> s.equals("mean over terms") || s.contains("further fact"));
    return sentences;
  }

  @Test
  void noKeyIsLeftOver() throws IOException {
    StringBuilder code = new StringBuilder();
    for (Path file : sources()) {
      code.append(Files.readString(file));
    }
    Path report = CONTENT.getParent();
    try (Stream<Path> others = Files.walk(report)) {
      for (Path file : others.filter(f -> f.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
    }
    List<String> unused = new ArrayList<>();
    for (String key : Words.of(Language.ENGLISH).keys()) {
      String stem = key.replaceFirst("\\.(one|many)$", "");
      String family = stem.substring(0, Math.max(0, stem.lastIndexOf('.')));
      boolean used =
          code.indexOf('"' + key + '"') >= 0
              || code.indexOf('"' + stem + '"') >= 0
              || code.indexOf('"' + family + '"') >= 0
              || code.indexOf('"' + family + ".\"") >= 0;
      if (!used) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ReportKind.class)
  void aGermanReportHoldsNoEnglishButWhatWasRecorded(ReportKind kind) {
    for (Dossier dossier : kind == ReportKind.FULL ? dossiers() : dossiers().subList(0, 1)) {
      ReportPlan plan = plan(kind, dossier).in(Language.GERMAN);
      String recorded = recorded(dossier, plan);
      Set<String> english = new TreeSet<>();
      for (String words : ours(Reports.document(dossier, plan))) {
        for (String part : words.split(" · |: |; |\\. |\n")) {
          String bare = part.strip().replaceAll("[.;:]$", "");
          if (ENGLISH.matcher(bare).find() && !recorded.contains(bare)) {
            english.add(words);
          }
        }
      }
      assertThat(english).as(dossier.audit().title()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ReportKind.class)
  void noReportShowsAMomentAsMachinesWriteIt(ReportKind kind) {
    Dossier dossier = dossiers().getFirst();
    for (Language language : Language.values()) {
      String shown =
          new String(
              Reports.markdown(dossier, plan(kind, dossier).in(language)), StandardCharsets.UTF_8);

      assertThat(shown).doesNotContainPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:");
    }
  }

  @Test
  void wholeNumbersAndMomentsAreWrittenAsTheLanguageWritesThem() {
    Instant moment = Instant.parse("2026-11-25T18:00:06Z");

    assertThat(Words.of(Language.GERMAN).say("provenance.to", 1_234_567, moment))
        .isEqualTo("1.234.567 bis 25. November 2026, 18:00 UTC");
    assertThat(Words.of(Language.ENGLISH).say("provenance.to", 1_234_567L, "x"))
        .isEqualTo("1,234,567 to x");
    assertThat(Words.of(Language.GERMAN).second(moment))
        .isEqualTo("25. November 2026, 18:00:06 UTC");
    assertThat(Words.of(Language.GERMAN).lettering().rows()).isEqualTo("Zeilen");
  }

  @Test
  void theSearchFindsEnglishWhereThereIsSome() {
    Dossier dossier = SampleDossiers.adult();

    assertThat(ours(Reports.document(dossier)))
        .filteredOn(
            w -> ENGLISH.matcher(w).find() && !recorded(dossier, ReportPlan.FULL).contains(w))
        .hasSizeGreaterThan(100);
  }

  @Test
  void everyMetricOfTheCatalogueHasAGermanNameAndEveryReasonIsSaid() {
    Words german = Words.of(Language.GERMAN);
    for (MetricDefinition metric : MetricCatalogue.all()) {
      if (!metric.id().contains(".")) {
        assertThat(german.metricName(metric.id())).as(metric.id()).isPresent();
        assertThat(german.metricMeaning(metric.id())).as(metric.id()).isPresent();
      }
      assertThat(german.reason(metric.undefinedWhen()))
          .as(metric.undefinedWhen())
          .isNotEqualTo(metric.undefinedWhen());
    }
    assertThat(german.reason("a reason of tomorrow")).isEqualTo("a reason of tomorrow");
    assertThat(Words.of(Language.ENGLISH).reason("no rows")).isEqualTo("no rows");
  }

  @Test
  void comparisonAndCostSayTheSameInEnglishAsElsewhere() {
    Dossier dossier = SampleDossiers.adult();
    ReportPlan plan = plan(ReportKind.COMPARISON, dossier);
    RunComparison comparison = plan.versus().comparison();
    String compared = new String(Reports.markdown(dossier, plan), StandardCharsets.UTF_8);
    var measured = SampleCosts.of(List.of(), null, null).measured();
    String cost =
        new String(
            Reports.markdown(SampleDossiers.costing(SampleCosts.of(List.of(), null, null))),
            StandardCharsets.UTF_8);

    assertThat(compared)
        .contains(ComparisonWords.headline(comparison), ComparisonWords.everyone(comparison));
    assertThat(cost).contains(CostWords.headline(measured));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(CONTENT)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<Dossier> dossiers() {
    return List.of(
        ReportKindsTest.drifted(),
        SampleDossiers.multiclass(),
        SampleDossiers.regression(),
        SampleDossiers.costing(SampleCosts.of(List.of(), null, null)));
  }

  private static ReportPlan plan(ReportKind kind, Dossier dossier) {
    ReportPlan plan = ReportPlan.of(kind);
    if (kind != ReportKind.COMPARISON) {
      return plan;
    }
    Dossier champion = SampleDossiers.passing();
    return plan.against(
        new Versus(
            champion,
            RunComparer.compare(
                ComparedRun.ofFacts(champion.run().evaluation()),
                ComparedRun.ofFacts(dossier.run().evaluation()),
                7,
                1,
                Progress.NONE,
                new Cancellation())));
  }

  /// All that was recorded: what files, policies, checks and people said.
  private static String recorded(Dossier dossier, ReportPlan plan) {
    StringBuilder recorded = new StringBuilder();
    recorded.append(dossier.run().toString()).append(dossier.audit()).append(dossier.policy());
    recorded.append(new String(Reports.json(dossier), StandardCharsets.UTF_8));
    recorded.append(
        new String(EvaluationJson.bytes(dossier.run().evaluation()), StandardCharsets.UTF_8));
    MetricCatalogue.all().forEach(m -> recorded.append(m.source()).append('\n').append(m.name()));
    if (plan.versus() != null) {
      recorded.append(plan.versus().comparison());
    }
    return recorded.toString().replace("\\n", "\n").replace("\\\"", "\"");
  }

  /// Every run of our own words, recorded sentences among them.
  private static List<String> ours(Document document) {
    List<String> words = new ArrayList<>();
    document.sections().forEach(s -> add(s, words));
    words.add(document.kind());
    return words;
  }

  private static void add(Block block, List<String> words) {
    switch (block) {
      case Block.Section s -> {
        add(s.heading(), words);
        s.blocks().forEach(b -> add(b, words));
      }
      case Block.Paragraph p -> add(p.text(), words);
      case Block.Bullets b -> b.items().forEach(t -> add(t, words));
      case Block.Banner b -> {
        words.add(b.word());
        b.sentences().forEach(t -> add(t, words));
      }
      case Block.Card c -> {
        words.add(c.word());
        add(c.heading(), words);
        c.blocks().forEach(b -> add(b, words));
      }
      case Block.Tiles tiles ->
          tiles
              .tiles()
              .forEach(
                  t -> {
                    add(t.name(), words);
                    words.add(t.value());
                    t.lines().forEach(l -> add(l, words));
                  });
      case Block.KeyValues k ->
          k.entries()
              .forEach(
                  e -> {
                    add(e.name(), words);
                    add(e.value(), words);
                  });
      case Block.Table t -> {
        add(t.caption(), words);
        t.columns().forEach(c -> add(c.heading(), words));
        t.rows().forEach(r -> r.cells().forEach(c -> add(c, words)));
        add(t.note(), words);
      }
      case Block.Figures f ->
          f.figures()
              .forEach(
                  one -> {
                    add(one.caption(), words);
                    words.add(one.chart().title());
                    words.add(one.chart().words());
                  });
      case Block.Definitions d ->
          d.definitions()
              .forEach(
                  one -> {
                    words.add(one.term());
                    add(one.meaning(), words);
                    one.entries().forEach(e -> add(e.value(), words));
                  });
      case Block.Command ignored -> {}
    }
  }

  private static void add(Text text, List<String> words) {
    for (Inline part : text.parts()) {
      switch (part) {
        case Inline.Words w -> words.add(w.words());
        case Inline.Strong w -> words.add(w.words());
        case Inline.Aside w -> words.add(w.words());
        case Inline.Link w -> words.add(w.words());
        case Inline.Marked w -> words.add(w.words());
        case Inline.Data ignored -> {}
        case Inline.Slice ignored -> {}
        case Inline.Code ignored -> {}
      }
    }
  }
}
