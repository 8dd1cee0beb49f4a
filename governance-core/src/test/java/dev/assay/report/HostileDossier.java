package dev.assay.report;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.common.Digest;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetProfile;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.Curves;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.finding.Finding;
import dev.assay.finding.Policy;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.model.ElementType;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputMeaning;
import dev.assay.model.PreScan;
import dev.assay.model.ValueInfo;
import dev.assay.predictions.Predictions;
import dev.assay.provenance.Provenance;
import dev.assay.slice.SliceKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A dossier in which every text that a file or a person can choose is hostile.
final class HostileDossier {

  private static final List<String> BAD = SampleDossiers.HOSTILE;
  private static final Digest DIGEST = Digest.of("x".getBytes(StandardCharsets.UTF_8));

  private HostileDossier() {}

  private static String bad(int i) {
    return BAD.get(i % BAD.size());
  }

  static Dossier of() {
    Policy policy =
        new Policy(
            bad(0),
            bad(1),
            bad(2),
            bad(3),
            List.of(SampleDossiers.rule(bad(4), bad(5), Severity.MAJOR, bad(6), bad(7))),
            DIGEST,
            bad(8));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < BAD.size(); i++) {
      findings.add(
          new Finding(
              bad(i),
              bad(i),
              bad(i),
              Verdict.values()[i % 3],
              Severity.values()[i % 4],
              bad(i + 1),
              bad(i + 2),
              0.5,
              0.4,
              0.6,
              bad(i + 3),
              100,
              List.of(
                  bad(i + 4),
                  "metrics[999999]",
                  "checks[" + bad(0) + "]",
                  "checks[none]",
                  "disparities[0]"),
              bad(i + 5),
              bad(i + 6)));
    }
    Audit audit =
        new Audit(
            bad(0),
            bad(1),
            bad(2),
            Instant.parse("2026-01-02T03:04:05Z"),
            bad(3),
            bad(4),
            DIGEST,
            bad(5),
            DIGEST,
            Verdict.FAIL,
            findings,
            bad(6));
    return new Dossier(audit, run(), policy);
  }

  private static EvaluatedRun run() {
    List<ColumnSpec> columns = new ArrayList<>();
    List<DatasetProfile.ColumnProfile> profiles = new ArrayList<>();
    for (int i = 0; i < BAD.size(); i++) {
      columns.add(
          new ColumnSpec(
              bad(i),
              ColumnType.CATEGORY,
              i == 0 ? ColumnRole.LABEL : ColumnRole.FEATURE,
              false,
              bad(i + 1),
              bad(i + 2)));
      profiles.add(
          new DatasetProfile.ColumnProfile(
              bad(i),
              ColumnType.CATEGORY,
              i,
              3,
              null,
              null,
              List.of(
                  new DatasetProfile.TopValue(bad(i + 1), 60),
                  new DatasetProfile.TopValue(bad(i + 2), 40)),
              null));
    }
    ImportReport data =
        new ImportReport(
            bad(0),
            DIGEST,
            100,
            new DatasetSpec(
                bad(1),
                bad(2),
                Task.BINARY_CLASSIFICATION,
                new LabelSpec(bad(0), bad(1), List.of(bad(0), bad(1)), bad(1)),
                columns),
            true,
            bad(3),
            new DatasetProfile(100, 1, profiles),
            List.of());
    return new EvaluatedRun(evaluation(), data, model(), binding(), null);
  }

  private static ModelArtefact model() {
    return new ModelArtefact(
        bad(1),
        DIGEST,
        10,
        8,
        new TreeMap<>(Map.of(bad(0), 1L)),
        bad(2),
        new TreeMap<>(Map.of(bad(3), bad(4))),
        List.of(new ValueInfo(bad(0), ValueInfo.Form.TENSOR, ElementType.FLOAT, List.of(-1L))),
        List.of(
            new ValueInfo(bad(1), ValueInfo.Form.SEQUENCE_OF_MAPS, ElementType.FLOAT, List.of())),
        new TreeMap<>(Map.of(bad(0), 2)),
        1,
        bad(5),
        List.of(bad(6)),
        1,
        new PreScan(
            PreScan.Verdict.WARNING,
            List.of(new PreScan.Item(bad(0), PreScan.Verdict.WARNING, bad(1), bad(2)))),
        List.of(),
        new TreeMap<>(Map.of(bad(7), List.of(bad(8)))));
  }

  private static ModelBinding binding() {
    return new ModelBinding(
        Task.BINARY_CLASSIFICATION,
        List.of(new InputBinding(bad(0), List.of(bad(1), bad(2)), bad(3))),
        List.of(
            new OutputBinding(
                bad(1),
                OutputMeaning.PROBABILITIES,
                List.of(bad(0), bad(1)),
                Map.of(bad(2), bad(3)),
                bad(4))),
        false);
  }

  private static Evaluation evaluation() {
    Provenance provenance = provenance();
    List<MetricRow> rows = new ArrayList<>();
    List<Disparity> disparities = new ArrayList<>();
    List<Evaluation.AttributeInfo> attributes = new ArrayList<>();
    List<Curves.SliceCurve> roc = new ArrayList<>();
    double[] line = {0, 0.5, 1};
    roc.add(new Curves.SliceCurve(SliceKey.WHOLE, line, line));
    rows.addAll(rows(SliceKey.WHOLE, 100));
    for (int a = 0; a < 3; a++) {
      List<@Nullable String> groups = new ArrayList<>(BAD);
      groups.add(null);
      groups.add("");
      attributes.add(new Evaluation.AttributeInfo(bad(a), bad(3), false, groups));
      for (int g = 0; g < groups.size(); g++) {
        SliceKey slice = SliceKey.of(bad(a), groups.get(g));
        rows.addAll(rows(slice, g * 20L));
        roc.add(new Curves.SliceCurve(slice, line, line));
        disparities.add(toReference(a, slice, bad(g)));
      }
      disparities.add(
          new Disparity(
              bad(a),
              List.of(bad(a)),
              Disparity.Comparison.EXTREMES,
              SliceKey.of(bad(a), bad(1)),
              SliceKey.of(bad(a), null),
              new MetricValue.Undefined(bad(2)),
              0.1,
              0.2,
              bad(3),
              List.of(SliceKey.of(bad(a), bad(4)))));
    }
    for (String first : List.of(bad(0), bad(2))) {
      TreeMap<String, @Nullable String> both = new TreeMap<>();
      both.put(bad(0), first);
      both.put(bad(1), null);
      rows.addAll(rows(new SliceKey(both), 60));
    }
    List<CheckResult> checks = checks();
    return new Evaluation(
        provenance,
        Task.BINARY_CLASSIFICATION,
        bad(1),
        bad(1),
        0.5,
        List.of(bad(0), bad(1)),
        0.95,
        attributes,
        rows,
        disparities,
        new Curves(roc, List.of(), List.of(), List.of()),
        checks,
        List.of(new Predictions.Exclusion(bad(0), 3, List.of(1L))),
        List.of(new Warning(bad(3), bad(4), bad(5))));
  }

  private static Disparity toReference(int attribute, SliceKey slice, String direction) {
    return new Disparity(
        "selection_rate_difference",
        List.of(bad(attribute)),
        Disparity.Comparison.TO_REFERENCE,
        slice,
        SliceKey.of(bad(attribute), bad(3)),
        MetricValue.of(0.1),
        null,
        0.04,
        direction,
        List.of(slice));
  }

  private static Provenance provenance() {
    return new Provenance(
        bad(1),
        DIGEST,
        bad(0),
        DIGEST,
        100,
        DIGEST,
        new TreeMap<>(Map.of(bad(2), bad(3))),
        new TreeMap<>(Map.of(bad(4), bad(5))),
        bad(6),
        7,
        Instant.EPOCH,
        Instant.EPOCH,
        bad(7),
        BAD);
  }

  private static List<CheckResult> checks() {
    List<CheckResult> checks = new ArrayList<>();
    for (int i = 0; i < BAD.size(); i++) {
      checks.add(
          new CheckResult(
              bad(i),
              bad(i + 1),
              CheckResult.Status.values()[i % 4],
              bad(i + 2),
              List.of(new CheckResult.CheckValue(bad(i), bad(i + 3), MetricValue.of(0.5))),
              List.of(
                  new CheckResult.Evidence(
                      bad(i + 4),
                      List.of(1L, 2L),
                      new TreeMap<>(Map.of(bad(i + 5), bad(i + 6)))))));
    }
    return checks;
  }

  private static List<MetricRow> rows(SliceKey slice, long n) {
    List<MetricRow> rows = new ArrayList<>();
    for (String metric : List.of("tp", "fp", "fn", "tn")) {
      rows.add(new MetricRow(metric, slice, null, MetricValue.of(25), n, null, null));
    }
    for (String metric :
        List.of("selection_rate", "recall", "accuracy", "ece", "impact_ratio", BAD.getFirst())) {
      rows.add(
          new MetricRow(
              metric,
              slice,
              null,
              new MetricValue.Defined(0.5, new Interval(0.4, 0.6, 0.95, BAD.get(1))),
              n,
              50.0,
              100.0));
    }
    rows.add(
        new MetricRow(
            "precision",
            slice,
            BAD.getFirst(),
            new MetricValue.Undefined(BAD.get(2)),
            n,
            0.0,
            0.0));
    return rows;
  }
}
