package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.cost.PriceSheets;
import dev.assay.cost.SampleCosts;
import dev.assay.metric.MetricValue;
import dev.assay.provenance.Provenance;
import dev.assay.slice.SliceKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EvaluationJsonTest {

  private final Evaluation adult = GoldenEvaluation.adult();

  @Test
  void readGivesBackWhatWasWritten() {
    Evaluation back = read(EvaluationJson.bytes(adult));

    assertThat(back).usingRecursiveComparison().isEqualTo(adult);
    assertThat(EvaluationJson.bytes(back)).isEqualTo(EvaluationJson.bytes(adult));
    System.out.println(
        "evaluation.json: "
            + back.metrics().size()
            + " metrics, "
            + back.disparities().size()
            + " disparities read back");
  }

  @Test
  void costStandsInAnObjectOfItsOwnAndOutOfWhatIsCompared() {
    Evaluation timed = adult.with(SampleCosts.of(PriceSheets.builtIn(), 1_000_000L, 12.5));

    Evaluation back = read(EvaluationJson.bytes(timed));

    assertThat(back.cost()).isEqualTo(timed.cost());
    assertThat(EvaluationJson.bytes(back)).isEqualTo(EvaluationJson.bytes(timed));
    assertThat(EvaluationJson.comparableBytes(timed))
        .isEqualTo(EvaluationJson.comparableBytes(adult));
    assertThat(EvaluationJson.bytes(timed.with(null))).isEqualTo(EvaluationJson.bytes(adult));
    assertThat(new String(EvaluationJson.bytes(adult), StandardCharsets.UTF_8))
        .doesNotContain("\"cost\"");
  }

  @Test
  void readRefusesACostThatIsNotWhole() {
    String timed =
        new String(
            EvaluationJson.bytes(adult.with(SampleCosts.of(List.of(), null, null))),
            StandardCharsets.UTF_8);
    String torn = timed.replace("\"latencies\"", "\"lost\"");

    assertThatThrownBy(() -> read(torn.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("is not an evaluation that Assay can read");
  }

  @Test
  void readKeepsTheGroupOfMissingValuesApartFromNoGroup() {
    Disparity missing =
        new Disparity(
            "selection_rate_difference",
            List.of("race"),
            Disparity.Comparison.TO_REFERENCE,
            SliceKey.of("race", null),
            null,
            new MetricValue.Undefined("no rows"),
            null,
            null,
            "",
            List.of(SliceKey.of("race", null)));
    Evaluation with = with(List.of(missing));

    assertThat(read(EvaluationJson.bytes(with)).disparities()).containsExactly(missing);
  }

  @Test
  void writeFollowsTheContractOfTheDesign() {
    JsonNode json = Json.mapper().readTree(EvaluationJson.bytes(adult));

    assertThat(json.get("schema").stringValue()).isEqualTo("assay.evaluation/1");
    assertThat(json.get("provenance").get("dataset").get("rows").intValue()).isEqualTo(16281);
    assertThat(json.get("task").stringValue()).isEqualTo("binary_classification");
    JsonNode female =
        json.get("metrics")
            .valueStream()
            .filter(m -> m.get("metric").stringValue().equals("selection_rate"))
            .filter(
                m ->
                    m.get("slice").size() == 1
                        && "Female".equals(m.get("slice").path("sex").asString("")))
            .findFirst()
            .orElseThrow();
    assertThat(female.toString())
        .isEqualTo(
            "{\"denominator\":5421,\"level\":0.95,\"lower\":0.07206826146332404,\"method\":\"wilson\","
                + "\"metric\":\"selection_rate\",\"n\":5421,\"numerator\":428,\"slice\":{\"sex\":\"Female\"},"
                + "\"upper\":0.08643249203291084,\"value\":0.07895222283711492}");
    JsonNode parity = json.get("disparities").get(0);
    assertThat(parity.get("attribute").stringValue()).isEqualTo("sex");
    assertThat(parity.get("groups").toString()).isEqualTo("{\"max\":\"Male\",\"min\":\"Female\"}");
  }

  @Test
  void writeSortsEveryKey() {
    List<String> unsorted = new ArrayList<>();
    collectUnsorted(Json.mapper().readTree(EvaluationJson.bytes(adult)), unsorted);

    assertThat(unsorted).isEmpty();
  }

  @Test
  void writeShowsAnUndefinedValueAsNullWithItsReason() {
    Evaluation one =
        withMetrics(
            List.of(
                new MetricRow(
                    "recall",
                    SliceKey.of("race", null),
                    null,
                    new MetricValue.Undefined("no positive rows"),
                    12,
                    0.0,
                    0.0)));

    assertThat(new String(EvaluationJson.bytes(one), StandardCharsets.UTF_8))
        .contains(
            "{ \"denominator\": 0, \"metric\": \"recall\", \"n\": 12, \"numerator\": 0, \"slice\": {\"race\": null},"
                + " \"undefined\": \"no positive rows\", \"value\": null}");
  }

  @Test
  void comparableBytesDoNotDependOnTimesActorAndCommand() {
    Provenance p = adult.provenance();
    Provenance later =
        new Provenance(
            p.modelName(),
            p.model(),
            p.datasetName(),
            p.dataset(),
            p.rows(),
            p.reference(),
            p.engine(),
            p.device(),
            p.isolation(),
            p.seed(),
            Instant.EPOCH,
            Instant.EPOCH,
            "somebody else",
            List.of("assay"));

    assertThat(EvaluationJson.comparableBytes(withProvenance(later)))
        .isEqualTo(EvaluationJson.comparableBytes(adult));
    assertThat(EvaluationJson.bytes(withProvenance(later)))
        .isNotEqualTo(EvaluationJson.bytes(adult));
  }

  @Test
  void numbersSurviveToTheLastBit() {
    double[] numbers = {
      0.1, 1.0 / 3, 5e-324, -0.0, 1e300, 9007199254740993.0, 1e15, 123456.75, Math.PI * 1e-9
    };
    List<MetricRow> rows = new ArrayList<>();
    for (double number : numbers) {
      rows.add(new MetricRow("m", SliceKey.WHOLE, null, MetricValue.of(number), 1, null, null));
    }

    List<MetricRow> back = read(EvaluationJson.bytes(withMetrics(rows))).metrics();

    for (int i = 0; i < numbers.length; i++) {
      assertThat(Double.doubleToRawLongBits(back.get(i).value().orNaN()))
          .isEqualTo(Double.doubleToRawLongBits(numbers[i]));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"schema\": \"assay.evaluation/2\"}",
        "{\"schema\": \"assay.evaluation/1\"}",
        "{\"metrics\": [{\"metric\": \"recall\"}]}",
        "{\"metrics\": [7]}",
        "{\"metrics\": [{\"metric\": \"recall\", \"slice\": {}, \"n\": 3, \"value\": null}]}",
        "{\"metrics\": [{\"metric\": \"recall\", \"slice\": {}, \"n\": 3, \"value\": \"0.5\"}]}",
        "{\"metrics\": [{\"metric\": \"recall\", \"slice\": {}, \"n\": 3, \"value\": 1, \"lower\": 2, \"upper\": 1, \"level\": 0.9, \"method\": \"x\"}]}",
        "{\"metrics\": [{\"metric\": \"recall\", \"metric\": \"fpr\"}]}",
        "{\"task\": \"guessing\"}",
        "{} {}",
        "{\"classes\": {\"a\": 1}}",
        "{\"provenance\": {\"started\": \"yesterday\"}}"
      })
  void readRefusesWhatIsNoEvaluationInOneSentence(String document) {
    assertThatThrownBy(() -> read(document.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.code()).isEqualTo("EVALUATION-FORMAT");
              assertThat(e.sentence())
                  .startsWith("'test.json' is not an evaluation that Assay can read (")
                  .endsWith(").");
              assertThat(e.remedy()).contains("assay evaluate");
            });
  }

  @Test
  void readRefusesEveryTruncation() {
    byte[] whole = EvaluationJson.bytes(adult);
    for (int length = 0; length < whole.length - 2; length += 997) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(InputRejected.class);
    }
  }

  @Test
  void twentyThousandSlicesOfThirtyMetricsAreWrittenAndReadInSeconds() throws IOException {
    List<MetricRow> rows = new ArrayList<>(600_000);
    for (int slice = 0; slice < 20_000; slice++) {
      TreeMap<String, String> conditions = new TreeMap<>();
      conditions.put("first", "value " + slice % 141);
      conditions.put("second", "value " + slice / 141);
      SliceKey key = new SliceKey(conditions);
      for (int metric = 0; metric < 30; metric++) {
        double value = Math.sin(slice * 31.0 + metric);
        rows.add(
            new MetricRow(
                "metric_" + metric,
                key,
                null,
                new MetricValue.Defined(
                    value, new dev.assay.metric.Interval(value - 0.1, value + 0.1, 0.95, "wilson")),
                slice,
                3.0,
                7.0));
      }
    }
    Evaluation big = withMetrics(rows);
    long start = System.nanoTime();
    ByteArrayOutputStream out = new ByteArrayOutputStream(160 << 20);
    EvaluationJson.write(big, out);
    long written = System.nanoTime();
    Evaluation back = read(out.toByteArray());
    long read = System.nanoTime();

    assertThat(back.metrics()).isEqualTo(rows);
    System.out.printf(
        "evaluation.json: 600,000 rows, %d MB, written in %d ms, read in %d ms%n",
        out.size() >> 20, (written - start) / 1_000_000, (read - written) / 1_000_000);
  }

  private static Evaluation read(byte[] bytes) {
    return EvaluationJson.read(new ByteArrayInputStream(bytes), "test.json");
  }

  private Evaluation with(List<Disparity> disparities) {
    return copy(adult.provenance(), adult.metrics(), disparities);
  }

  private Evaluation withMetrics(List<MetricRow> metrics) {
    return copy(adult.provenance(), metrics, adult.disparities());
  }

  private Evaluation withProvenance(Provenance provenance) {
    return copy(provenance, adult.metrics(), adult.disparities());
  }

  private Evaluation copy(
      Provenance provenance, List<MetricRow> metrics, List<Disparity> disparities) {
    return new Evaluation(
        provenance,
        adult.task(),
        adult.positive(),
        adult.favourable(),
        adult.threshold(),
        adult.classes(),
        adult.level(),
        adult.attributes(),
        metrics,
        disparities,
        adult.curves(),
        adult.checks(),
        adult.excluded(),
        adult.warnings());
  }

  private static void collectUnsorted(JsonNode node, List<String> unsorted) {
    if (node.isObject()) {
      String last = "";
      for (String key : node.propertyNames()) {
        if (key.compareTo(last) < 0) {
          unsorted.add(last + " before " + key);
        }
        last = key;
      }
    }
    node.forEach(child -> collectUnsorted(child, unsorted));
  }
}
