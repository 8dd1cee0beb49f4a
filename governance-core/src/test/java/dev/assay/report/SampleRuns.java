package dev.assay.report;

import dev.assay.Corpus;
import dev.assay.common.Digest;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetProfile;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.inference.ScoreReport;
import dev.assay.model.ElementType;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputMeaning;
import dev.assay.model.PreScan;
import dev.assay.model.ValueInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How data and model of the sample dossiers were read.
final class SampleRuns {

  private SampleRuns() {}

  static EvaluatedRun adult(Evaluation evaluation) {
    JsonNode spec = Corpus.json("datasets/adult_test.dataset.json");
    JsonNode golden = Corpus.json("golden/profiles/adult_test.json");
    List<ColumnSpec> columns = new ArrayList<>();
    for (JsonNode column : spec.get("columns")) {
      columns.add(
          new ColumnSpec(
              column.get("name").stringValue(),
              ColumnType.valueOf(column.get("type").stringValue().toUpperCase(Locale.ROOT)),
              ColumnRole.valueOf(column.get("role").stringValue().toUpperCase(Locale.ROOT)),
              column.path("also_feature").asBoolean(false),
              null,
              "descriptor"));
    }
    List<ColumnProfile> profiles = new ArrayList<>();
    for (JsonNode column : golden.get("columns")) {
      profiles.add(profile(column));
    }
    ImportReport report =
        new ImportReport(
            "adult_test.csv",
            new Digest(spec.get("sha256").stringValue()),
            16281,
            new DatasetSpec(
                "adult_test",
                "Adult census income",
                Task.BINARY_CLASSIFICATION,
                new LabelSpec("income", ">50K", List.of("<=50K", ">50K"), ">50K"),
                columns),
            false,
            "CSV, delimiter ',', UTF-8, 16 columns",
            new DatasetProfile(
                16281, golden.get("duplicate_rows_without_id").longValue(), profiles),
            List.of());
    return new EvaluatedRun(evaluation, report, model(), binding(), scores());
  }

  private static ColumnProfile profile(JsonNode column) {
    List<DatasetProfile.TopValue> top = new ArrayList<>();
    for (JsonNode value : column.path("top")) {
      top.add(
          new DatasetProfile.TopValue(
              value.get("value").asString(), value.get("count").longValue()));
    }
    DatasetProfile.@Nullable NumericProfile numeric =
        column.has("mean")
            ? new DatasetProfile.NumericProfile(
                column.get("mean").doubleValue(),
                column.get("std_ddof1").doubleValue(),
                column.get("min").doubleValue(),
                column.get("max").doubleValue(),
                column.get("quartiles_linear").get(0).doubleValue(),
                column.get("quartiles_linear").get(1).doubleValue(),
                column.get("quartiles_linear").get(2).doubleValue(),
                column.get("zeros").longValue(),
                column.get("skewness").doubleValue())
            : null;
    return new ColumnProfile(
        column.get("name").stringValue(),
        numeric == null ? ColumnType.CATEGORY : ColumnType.NUMBER,
        column.get("missing").longValue(),
        column.get("distinct").longValue(),
        numeric,
        null,
        top,
        null);
  }

  private static ModelArtefact model() {
    JsonNode spec = Corpus.json("models/adult_lgbm.model.json");
    List<ValueInfo> inputs = new ArrayList<>();
    for (JsonNode input : spec.get("inputs")) {
      inputs.add(
          new ValueInfo(
              input.get("name").stringValue(),
              ValueInfo.Form.TENSOR,
              input.get("type").stringValue().contains("string")
                  ? ElementType.STRING
                  : ElementType.FLOAT,
              List.of(-1L, 1L)));
    }
    return new ModelArtefact(
        "adult_lgbm.onnx",
        Digest.of("model".getBytes(StandardCharsets.UTF_8)),
        412_733,
        8,
        new TreeMap<>(Map.of("ai.onnx", 17L, "ai.onnx.ml", 3L)),
        "onnxmltools 1.13.0",
        new TreeMap<>(),
        inputs,
        List.of(
            new ValueInfo("label", ValueInfo.Form.TENSOR, ElementType.INT64, List.of(-1L)),
            new ValueInfo(
                "probabilities", ValueInfo.Form.TENSOR, ElementType.FLOAT, List.of(-1L, 2L))),
        new TreeMap<>(
            Map.of(
                "ai.onnx.ml:TreeEnsembleClassifier",
                1,
                "ai.onnx.ml:OneHotEncoder",
                7,
                "ai.onnx:Concat",
                2,
                "ai.onnx:Cast",
                3)),
        16_204,
        "none",
        List.of(),
        13,
        new PreScan(PreScan.Verdict.CLEAN, List.of()),
        List.of(),
        new TreeMap<>());
  }

  private static ModelBinding binding() {
    List<InputBinding> inputs = new ArrayList<>();
    for (JsonNode input : Corpus.json("models/adult_lgbm.model.json").get("inputs")) {
      String name = input.get("name").stringValue();
      inputs.add(new InputBinding(name, List.of(name), "descriptor"));
    }
    return new ModelBinding(
        Task.BINARY_CLASSIFICATION,
        inputs,
        List.of(
            new OutputBinding(
                "label",
                OutputMeaning.LABEL,
                List.of(),
                Map.of("0", "<=50K", "1", ">50K"),
                "descriptor"),
            new OutputBinding(
                "probabilities",
                OutputMeaning.PROBABILITIES,
                List.of("<=50K", ">50K"),
                Map.of(),
                "descriptor")),
        false);
  }

  private static ScoreReport scores() {
    return new ScoreReport(
        16281,
        List.of("<=50K", ">50K"),
        true,
        true,
        0,
        List.of(),
        new TreeMap<>(Map.of("provider", "CPU")),
        31,
        140);
  }

  /// Stored scores with a minimal dataset.
  static EvaluatedRun plain(String fileName, Evaluation evaluation) {
    ImportReport report =
        new ImportReport(
            fileName,
            Digest.of(fileName.getBytes(StandardCharsets.UTF_8)),
            800,
            new DatasetSpec(
                fileName,
                fileName,
                evaluation.task(),
                null,
                List.of(
                    new ColumnSpec(
                        "target",
                        ColumnType.NUMBER,
                        ColumnRole.LABEL,
                        false,
                        null,
                        "the only column named target"))),
            true,
            "CSV, delimiter ',', UTF-8, 1 column",
            new DatasetProfile(800, 0, List.of()),
            List.of());
    return new EvaluatedRun(evaluation, report, null, null, null);
  }
}
