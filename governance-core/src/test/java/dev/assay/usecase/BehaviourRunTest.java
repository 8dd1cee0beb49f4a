package dev.assay.usecase;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.audit.Dossier;
import dev.assay.common.Cancelled;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.finding.Policies;
import dev.assay.finding.Verdict;
import dev.assay.report.Reports;
import dev.assay.report.content.ReportContent;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import dev.assay.worker.cache.CacheFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The corpus' toxicity model, trained to lean on identity terms, asked about its behaviour.
class BehaviourRunTest {

  @TempDir Path folder;

  private RunEvaluation evaluation;

  @BeforeEach
  void engine() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("cache"));
    evaluation =
        new RunEvaluation(
            (bytes, deadline) -> Workers.of(new WorkerSettings(512L << 20, 2L << 30, deadline)),
            Clock.systemUTC(),
            new ScoreCache(Optional.of(new CacheFolder(kept))));
  }

  @Test
  void plantedIdentityBiasIsFoundItsTermsRankedAndTheSameRunGivesTheSame() throws IOException {
    EvaluatedRun run = run("madlibs_test", "behaviour", new Cancellation(), Progress.NONE);
    CheckResult identity = check(run, "behaviour.identity");

    assertThat(identity.status()).isEqualTo(CheckResult.Status.ISSUE);
    List<String> worst =
        identity.values().stream()
            .filter(v -> v.name().equals("score_shift"))
            .map(CheckResult.CheckValue::subject)
            .limit(9)
            .toList();
    // trained on texts of which 90 % were toxic, and on texts of which 15 % were
    assertThat(worst)
        .contains("lesbian", "homosexual", "gay", "european", "male", "christian", "straight");
    assertThat(shift(identity, "lesbian")).isPositive();
    assertThat(shift(identity, "christian")).isNegative();

    EvaluatedRun again = run("madlibs_test", "behaviour", new Cancellation(), Progress.NONE);
    assertThat(again.evaluation().checks()).isEqualTo(run.evaluation().checks());
    Evaluation read =
        EvaluationJson.read(
            new ByteArrayInputStream(EvaluationJson.bytes(run.evaluation())), "run");
    assertThat(read.checks()).isEqualTo(run.evaluation().checks());

    Dossier dossier =
        new Judging(Clock.systemUTC()).judge(run, Policies.load("default"), List.of(), "", "", "");
    assertThat(dossier.audit().findings())
        .anySatisfy(
            f -> {
              assertThat(f.rule()).isEqualTo("behaviour.identity");
              assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
            });
    Document report = ReportContent.of(dossier);
    Block.Section section =
        report.sections().stream()
            .filter(s -> s.anchor().id().equals("behaviour"))
            .findFirst()
            .orElseThrow();
    assertThat(section.blocks().stream().filter(Block.Card.class::isInstance)).hasSize(5);
    everyLinkLeadsSomewhere(new String(Reports.html(dossier), StandardCharsets.UTF_8));
  }

  private static void everyLinkLeadsSomewhere(String html) {
    assertThat(html)
        .contains("id=\"check-behaviour-identity\"", "href=\"#check-behaviour-identity\"");
    Set<String> ids =
        Pattern.compile(" id=\"([^\"]+)\"")
            .matcher(html)
            .results()
            .map(m -> m.group(1))
            .collect(toSet());
    assertThat(Pattern.compile("href=\"#([^\"]+)\"").matcher(html).results().map(m -> m.group(1)))
        .isNotEmpty()
        .allSatisfy(target -> assertThat(ids).contains(target));
  }

  @Test
  void modelOfSentimentIsAskedWhatItsClassesMean() {
    EvaluatedRun run =
        run("sentiment_test", "behaviour.functionality", new Cancellation(), Progress.NONE);

    assertThat(check(run, "behaviour.functionality").values())
        .filteredOn(v -> v.name().equals("cases"))
        .extracting(CheckResult.CheckValue::subject)
        .containsExactly("sentiment.praise", "sentiment.blame");
  }

  @Test
  void askingStopsWhenCancelled() {
    Cancellation cancellation = new Cancellation();
    Progress stop =
        (step, done, total) -> {
          if (step.equals("scoring changed texts")) {
            cancellation.cancel();
          }
        };

    assertThatThrownBy(() -> run("madlibs_test", "behaviour", cancellation, stop))
        .isInstanceOf(Cancelled.class);
  }

  private static CheckResult check(EvaluatedRun run, String id) {
    return run.evaluation().checks().stream()
        .filter(c -> c.check().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double shift(CheckResult identity, String term) {
    return identity.values().stream()
        .filter(v -> v.name().equals("score_shift") && v.subject().equals(term))
        .mapToDouble(v -> v.value().orNaN())
        .findFirst()
        .orElseThrow();
  }

  private EvaluatedRun run(
      String data, String checks, Cancellation cancellation, Progress progress) {
    String model = data.startsWith("madlibs") ? "toxicity_bert" : "sentiment_roberta";
    return evaluation.run(
        EvaluateRequest.of(Corpus.path("datasets/" + data + ".csv"))
            .model(Corpus.path("models/" + model))
            .device("cpu")
            .checks(List.of(checks))
            .depth(1)
            .timeoutSeconds(60)
            .build(),
        progress,
        cancellation);
  }
}
