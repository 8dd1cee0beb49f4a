package dev.assay.app.gui.run;

import dev.assay.app.gui.document.DocumentTabs;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.theme.Look;
import dev.assay.audit.Dossier;
import dev.assay.finding.Finding;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import dev.assay.finding.Verdict;
import dev.assay.report.Reports;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Results of a run, judged by a policy that can be changed here; recording an audit is a step of
/// its own.
public final class RunScreen implements Screen {

  private final Session session;
  private final NumberedRun run;
  private final ObservableValue<Look> look;
  private final VBox page = new VBox(12);
  private final HBox marks = new HBox(8);
  private final ComboBox<Policy> policy = new ComboBox<>();
  private @Nullable ThresholdPane threshold;

  /// @param look light or dark, followed live by charts
  /// @param startAudit begins an audit of this run
  public RunScreen(
      Session session, NumberedRun run, ObservableValue<Look> look, Runnable startAudit) {
    this.session = session;
    this.run = run;
    this.look = look;
    var provenance = run.open().run().evaluation().provenance();
    Duration took = Duration.between(provenance.started(), provenance.finished());
    Label when =
        new Label(
            String.format(
                Locale.ROOT,
                "Finished in %.1f s · seed %d",
                took.toMillis() / 1000.0,
                provenance.seed()));
    when.getStyleClass().add("muted");
    Label title = new Label(run.title());
    title.getStyleClass().add("page-title");
    policy.getItems().setAll(Policies.builtIn());
    policy.setConverter(words());
    policy.setAccessibleText("Policy that judges");
    policy.valueProperty().subscribe(this::judge);
    Button audit = new Button("Record an audit …");
    audit.setId("record-audit");
    audit.setOnAction(event -> startAudit.run());
    title.setMinWidth(0);
    audit.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    HBox head = new HBox(10, title, Parts.space(), policy, audit);
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox below = new HBox(8, marks, Parts.space(), when);
    below.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    page.getStyleClass().add("page");
    page.getChildren().addAll(head, below);
    policy.getItems().stream()
        .filter(p -> p.id().equals("default"))
        .findFirst()
        .ifPresent(policy::setValue);
  }

  private void judge(@Nullable Policy chosen) {
    if (chosen != null) {
      session.draft(run, chosen, this::show);
    }
  }

  private void show(Dossier dossier) {
    List<Finding> findings = dossier.audit().findings();
    marks
        .getChildren()
        .setAll(
            Parts.badge("✗ " + count(findings, Verdict.FAIL) + " fail", "fail"),
            Parts.badge("✓ " + count(findings, Verdict.PASS) + " pass", "pass"),
            Parts.badge(
                "? " + count(findings, Verdict.INSUFFICIENT_EVIDENCE) + " need more evidence",
                "undecided"));
    TabPane tabs = new DocumentTabs(Reports.document(dossier), look).node();
    ThresholdPane.of(run.open(), look)
        .ifPresent(
            pane -> {
              threshold = pane;
              Tab tab = new Tab("Threshold", Parts.page(pane));
              tab.setId("tab-threshold");
              tabs.getTabs().add(Math.min(4, tabs.getTabs().size()), tab);
            });
    VBox.setVgrow(tabs, Priority.ALWAYS);
    if (page.getChildren().size() > 2) {
      page.getChildren().removeLast();
    }
    page.getChildren().add(tabs);
  }

  private static long count(List<Finding> findings, Verdict verdict) {
    return findings.stream().filter(f -> f.verdict() == verdict).count();
  }

  private static StringConverter<Policy> words() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable Policy shown) {
        return shown == null ? "" : shown.title();
      }

      @Override
      public Policy fromString(String text) {
        throw new IllegalStateException("not editable");
      }
    };
  }

  @Override
  public List<String> trail() {
    return List.of("Runs", run.title());
  }

  @Override
  public List<String> command() {
    return run.open().request().command();
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void close() {
    if (threshold != null) {
      threshold.close();
    }
  }
}
