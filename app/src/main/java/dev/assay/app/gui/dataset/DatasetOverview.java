package dev.assay.app.gui.dataset;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.check.DatasetFindings;
import dev.assay.common.Rounded;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Warning;
import dev.assay.evaluation.CheckResult;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What the dataset is, what the import has to say, and what the checks find.
final class DatasetOverview {

  /// With more rows the checks wait until they are asked for.
  static final int AT_ONCE = 1_000_000;

  private static final int MOST_EVIDENCE = 4;

  private final Dataset dataset;
  private final Preview preview;
  private final VBox findings = new VBox(10);

  DatasetOverview(Session session, Dataset dataset) {
    this.dataset = dataset;
    this.preview = new Preview(session.tasks());
  }

  Node node() {
    findings.setId("dataset-findings");
    if (dataset.rows() > AT_ONCE) {
      Button look = new Button("Look for faults in " + Rounded.count(dataset.rows()) + " rows");
      look.setOnAction(event -> look());
      findings.getChildren().add(look);
    } else {
      look();
    }
    return TabPage.of(facts(), warnings(), findings);
  }

  private Node facts() {
    FlowPane facts = new FlowPane(12, 12);
    facts.getChildren().add(Parts.figure("Rows", Rounded.count(dataset.rows())));
    facts
        .getChildren()
        .add(
            Parts.figure(
                "Columns",
                Rounded.count(dataset.spec().columns().size()),
                Rounded.count(dataset.spec().withRole(ColumnRole.FEATURE).size()) + " features"));
    LabelSpec label = dataset.spec().label();
    facts
        .getChildren()
        .add(
            Parts.figure(
                "Label",
                label == null ? "none" : DataWords.name(label.column()),
                DataWords.label(dataset.spec())));
    long missing = dataset.profile().columns().stream().filter(c -> c.missing() > 0).count();
    facts
        .getChildren()
        .add(
            Parts.figure(
                "Columns with gaps",
                Rounded.count(missing),
                missing == 0 ? "no value is missing" : "values are missing"));
    facts
        .getChildren()
        .add(
            Parts.figure(
                "Duplicate rows",
                Rounded.count(dataset.profile().duplicateRows()),
                "identifiers apart"));
    return facts;
  }

  private Node warnings() {
    List<Warning> all = dataset.warnings();
    VBox card =
        Parts.card(
            all.isEmpty() ? "Reading the file raised no questions" : "When the file was read",
            all.isEmpty() ? "" : DataWords.count(all.size(), "thing") + " to look at");
    for (Warning warning : all) {
      card.getChildren().add(notice(warning.sentence(), warning.remedy(), warning.code()));
    }
    return card;
  }

  private static Node notice(String sentence, String remedy, String code) {
    Label what = Parts.text("! " + sentence);
    what.getStyleClass().add("attention-text");
    VBox box = new VBox(2, what, Parts.text(remedy));
    if (!code.isEmpty()) {
      Label small = Parts.quiet(code);
      small.getStyleClass().add("secondary");
      box.getChildren().add(small);
    }
    return box;
  }

  private void look() {
    findings.getChildren().setAll(Parts.quiet("Looking for faults of quality and imbalance …"));
    preview.ask(
        "Checking " + dataset.file().getFileName(),
        item -> DatasetFindings.of(dataset, item, item.cancellation()),
        this::show);
  }

  private void show(List<CheckResult> results) {
    List<CheckResult> issues = with(results, CheckResult.Status.ISSUE);
    List<CheckResult> errors = with(results, CheckResult.Status.ERROR);
    VBox found =
        Parts.card(
            issues.isEmpty() ? "The checks found nothing" : "What the checks found",
            DataWords.count(issues.size(), "finding") + " of " + results.size() + " checks");
    for (CheckResult issue : issues) {
      Label title = Parts.text("! " + issue.title());
      title.getStyleClass().addAll("attention-text", "card-title");
      VBox one = new VBox(3, title, Parts.text(issue.summary()));
      issue.evidence().stream()
          .limit(MOST_EVIDENCE)
          .forEach(e -> one.getChildren().add(Parts.quiet("· " + e.sentence())));
      if (issue.evidence().size() > MOST_EVIDENCE) {
        one.getChildren()
            .add(Parts.quiet("· and " + (issue.evidence().size() - MOST_EVIDENCE) + " more"));
      }
      found.getChildren().add(one);
    }
    findings.getChildren().setAll(found);
    VBox rest = Parts.card("Looked at and in order", "");
    for (CheckResult fine : with(results, CheckResult.Status.OK)) {
      rest.getChildren().add(Parts.text("✓ " + fine.title() + ": " + fine.summary()));
    }
    for (CheckResult skipped : with(results, CheckResult.Status.NOT_APPLICABLE)) {
      rest.getChildren().add(Parts.quiet("– " + skipped.title() + ": " + skipped.summary()));
    }
    errors.forEach(e -> rest.getChildren().add(Parts.text("✗ " + e.title() + ": " + e.summary())));
    findings.getChildren().add(rest);
  }

  private static List<CheckResult> with(List<CheckResult> results, CheckResult.Status status) {
    return results.stream().filter(r -> r.status() == status).toList();
  }

  void close() {
    preview.cancel();
  }
}
