package dev.assay.app.gui.policy;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.WrappedCell;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.Session;
import dev.assay.audit.Dossier;
import dev.assay.common.Visible;
import dev.assay.finding.Finding;
import dev.assay.finding.Policy;
import dev.assay.finding.Verdict;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What a policy would say about a run that is open: counts, then every finding, what fails first.
final class TryPane {

  private static final int LONGEST = 400;

  private final Session session;
  private final Policy policy;
  private final HBox counts = new HBox(8);
  private final ListView<Finding> findings = new ListView<>();
  private final VBox page = new VBox(10);

  TryPane(Session session, Policy policy) {
    this.session = session;
    this.policy = policy;
    ComboBox<NumberedRun> run = new ComboBox<>(session.runs());
    run.setId("policy-run");
    run.setAccessibleText("Run to try the policy on");
    run.setPromptText(session.runs().isEmpty() ? "No run is open: evaluate first" : "Choose a run");
    run.setDisable(session.runs().isEmpty());
    run.setConverter(new Names());
    run.valueProperty().subscribe(this::judge);
    FlowPane choice = new FlowPane(8, 8, run, counts);
    choice.setAlignment(Pos.CENTER_LEFT);
    counts.setAlignment(Pos.CENTER_LEFT);
    findings.setId("policy-findings");
    findings.setAccessibleText("What the policy would say");
    findings.getStyleClass().add("rule-list");
    findings.setPlaceholder(Parts.quiet("Nothing is recorded by trying."));
    findings.setCellFactory(Cell::new);
    VBox.setVgrow(findings, Priority.ALWAYS);
    page.getChildren().setAll(choice, findings);
    page.getStyleClass().add("try-pane");
  }

  Node node() {
    return page;
  }

  private void judge(@Nullable NumberedRun run) {
    if (run != null) {
      counts.getChildren().setAll(Parts.quiet("Judging …"));
      session.draft(run, policy, draft -> show(draft.dossier()));
    }
  }

  private void show(Dossier dossier) {
    List<Finding> all = dossier.audit().findings();
    counts
        .getChildren()
        .setAll(
            Parts.badge("✗ " + count(all, Verdict.FAIL) + " fail", "fail"),
            Parts.badge("✓ " + count(all, Verdict.PASS) + " pass", "pass"),
            Parts.badge(
                "? " + count(all, Verdict.INSUFFICIENT_EVIDENCE) + " need more evidence",
                "neutral"));
    findings
        .getItems()
        .setAll(all.stream().sorted(Comparator.comparingInt(TryPane::weight)).toList());
  }

  private static int weight(Finding finding) {
    return switch (finding.verdict()) {
      case FAIL -> 0;
      case INSUFFICIENT_EVIDENCE -> 1;
      case PASS -> 2;
    };
  }

  private static long count(List<Finding> findings, Verdict verdict) {
    return findings.stream().filter(f -> f.verdict() == verdict).count();
  }

  private static final class Names extends StringConverter<NumberedRun> {
    @Override
    public String toString(@Nullable NumberedRun run) {
      return run == null ? "" : run.id() + " · " + Visible.of(run.title(), 60);
    }

    @Override
    public NumberedRun fromString(String text) {
      throw new IllegalStateException("not editable");
    }
  }

  private static final class Cell extends WrappedCell<Finding> {

    private final Label title = Parts.text("");
    private final Label sentence = Parts.quiet("");
    private final HBox head = new HBox(8);

    Cell(ListView<Finding> view) {
      super(view, 4);
      title.getStyleClass().add("card-title");
      HBox.setHgrow(title, Priority.ALWAYS);
      show(head, sentence);
    }

    @Override
    protected String fill(Finding finding) {
      title.setText(Visible.of(finding.title(), LONGEST));
      sentence.setText(Visible.of(finding.sentence(), LONGEST));
      Label mark =
          switch (finding.verdict()) {
            case FAIL -> Parts.badge("✗ fail", "fail");
            case PASS -> Parts.badge("✓ pass", "pass");
            case INSUFFICIENT_EVIDENCE -> Parts.badge("? evidence", "neutral");
          };
      head.getChildren().setAll(mark, title);
      return mark.getText() + ". " + title.getText() + ". " + sentence.getText();
    }
  }
}
