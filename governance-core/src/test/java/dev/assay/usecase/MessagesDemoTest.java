package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.common.Json;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.finding.Finding;
import dev.assay.finding.Policies;
import dev.assay.finding.Verdict;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The bias that is planted in the sample of messages is what its audit finds, and no other group
/// stands out.
class MessagesDemoTest {

  @TempDir Path folder;

  @Test
  void auditFindsThePlantedDialectAndNoOtherGroup() {
    Demo demo = new Demo(folder, null, DemoSample.MESSAGES);
    demo.prepare();
    JsonNode planted = Json.mapper().readTree(demo.sampleFolder().resolve("planted.json").toFile());
    Map.Entry<String, JsonNode> group =
        planted.get("disparity_slice").properties().iterator().next();
    String slice = group.getKey() + " = " + group.getValue().asString();

    EvaluatedRun run =
        new RunEvaluation(
                (bytes, deadline) -> Workers.of(new WorkerSettings(512L << 20, 2L << 30, deadline)),
                Clock.systemUTC(),
                new ScoreCache(Optional.empty()))
            .run(demo.request(), Progress.NONE, new Cancellation());
    List<Finding> findings =
        new Judging(Clock.systemUTC())
            .judge(run, Policies.load("default"), List.of(), demo.title(), demo.purpose(), "")
            .audit()
            .findings();

    List<Finding> unequal =
        findings.stream()
            .filter(f -> f.verdict() == Verdict.FAIL && f.sentence().contains("the reference"))
            .toList();
    assertThat(unequal)
        .extracting(Finding::sentence)
        .anyMatch(s -> s.startsWith("Disparate impact for " + slice + " "))
        .anyMatch(s -> s.startsWith("Equal opportunity difference for " + slice + " "))
        .allMatch(s -> s.contains(group.getValue().asString()));
  }
}
