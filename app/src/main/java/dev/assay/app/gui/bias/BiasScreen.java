package dev.assay.app.gui.bias;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.task.LatestTask;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.AssayException;
import dev.assay.common.Visible;
import dev.assay.dataset.Dataset;
import dev.assay.regime.ll144.BiasSummary;
import dev.assay.regime.ll144.Statement;
import dev.assay.store.AuditStore;
import dev.assay.usecase.PublishBiasAudit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The bias audit of Local Law 144: what people state at the left, the tables and the summary that
/// is published at the right, counted anew while somebody writes.
public final class BiasScreen implements Screen {

  private static final Duration REST = Duration.millis(250);
  private static final int LONGEST = 70;
  private static final int LONGEST_FAULT = 400;

  private final Session session;
  private final BiasForm form = new BiasForm(LocalDate.now());
  private final ComboBox<Choice> sources = new ComboBox<>();
  private final GroupPane<?> sex;
  private final GroupPane<?> race;
  private final OutcomePane outcome;
  private final ExclusionsPane exclusions = new ExclusionsPane(form);
  private final BiasPreview preview;
  private final BiasActs acts;
  private final LatestTask<Ask, BiasSummary> counting;
  private final VBox page = new VBox(12);
  private @Nullable BiasSource source;
  private boolean closed;

  private record Ask(BiasSource source, Statement statement) {}

  /// What may be counted.
  private sealed interface Choice {
    record Data(Dataset dataset) implements Choice {}

    record Audit(AuditStore.Listed listed) implements Choice {}

    default String title() {
      return switch (this) {
        case Data data -> new BiasSource.OfData(data.dataset()).title();
        case Audit audit -> "Audit: " + Visible.of(audit.listed().title(), LONGEST);
      };
    }
  }

  /// @param place the audit to begin with, empty = the first of what is there
  /// @param look light or dark
  public BiasScreen(Session session, Place.BiasAudit place, ObservableValue<Look> look) {
    this.session = session;
    this.preview = new BiasPreview(look);
    this.acts = new BiasActs(session, form, () -> source);
    this.sex = new GroupPane<>(form.sex(), "sex", column -> read(column, form.sex()::show));
    this.race = new GroupPane<>(form.race(), "race", column -> read(column, form.race()::show));
    this.outcome = new OutcomePane(form, column -> read(column, this::showOutcomes));
    PublishBiasAudit publish = session.wiring().publishBiasAudit();
    counting =
        new LatestTask<>(
            REST, ask -> ask.source().count(publish, ask.statement()), this::show, this::failed);
    page.getStyleClass().add("page");
    fill();
    for (Observable part : form.parts()) {
      part.addListener(changed -> look());
    }
    begin(place);
  }

  private void fill() {
    sources.setId("bias-counted-from");
    sources.setMaxWidth(Double.MAX_VALUE);
    sources.setConverter(Words.of(c -> c == null ? "" : c.title()));
    sources.setPromptText("choose data or an audit");
    session.datasets().forEach(data -> sources.getItems().add(new Choice.Data(data)));
    session.audits().forEach(audit -> sources.getItems().add(new Choice.Audit(audit)));
    VBox stated =
        new VBox(
            12,
            Parts.card("People", "", Fields.named("Counted from", sources), outcome),
            Parts.card("Sex", "", sex),
            Parts.card("Race/ethnicity", "of the EEO-1 report, component 1", race),
            Parts.card("Left out of impact ratios", "", exclusions),
            Parts.card("What people state", "published with the tables", new StatedPane(form)));
    stated.getStyleClass().add("bias-form");
    ScrollPane left = new ScrollPane(stated);
    left.setFitToWidth(true);
    left.setId("bias-form-scroll");
    left.getStyleClass().add("page-scroll");
    VBox right = new VBox(10, acts, preview.node());
    VBox.setVgrow(preview.node(), Priority.ALWAYS);
    right.getStyleClass().add("bias-right");
    SplitPane both = new SplitPane(left, right);
    both.setDividerPositions(0.42);
    both.setId("bias-split");
    VBox.setVgrow(both, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Parts.heading("Local Law 144", "New York City, 6 RCNY 5-300 to 5-304"),
            Parts.quiet(
                "Three tables of rates and impact ratios, as the rule asks. It sets no limit, and"
                    + " this is no verdict."),
            both);
  }

  private void begin(Place.BiasAudit place) {
    sources.valueProperty().subscribe(this::choose);
    sources.getItems().stream()
        .filter(c -> c instanceof Choice.Audit a && a.listed().id().equals(place.audit()))
        .findFirst()
        .or(() -> sources.getItems().stream().findFirst())
        .ifPresent(sources::setValue);
    look();
  }

  private void choose(@Nullable Choice choice) {
    switch (choice) {
      case null -> {}
      case Choice.Data data -> use(new BiasSource.OfData(data.dataset()));
      case Choice.Audit audit ->
          session.load(
              audit.listed().id(),
              recorded -> {
                if (!closed && choice.equals(sources.getValue())) {
                  use(new BiasSource.OfAudit(recorded));
                }
              });
    }
  }

  private void use(BiasSource next) {
    source = next;
    form.use(next);
    exclusions.forget();
    outcome.offer(next.outcomes());
    sex.offer(next.groupings());
    race.offer(next.groupings());
    look();
  }

  /// Finds the words of a column; of another source by then they are no longer wanted.
  private void read(String column, Consumer<List<String>> show) {
    BiasSource from = source;
    if (from != null) {
      session
          .tasks()
          .start(
              "Reading the column " + Visible.of(column, LONGEST),
              item -> from.words(column),
              words -> {
                if (!closed && from.equals(source)) {
                  show.accept(words);
                }
              });
    }
  }

  private void showOutcomes(List<String> words) {
    outcome.show(words);
  }

  private void look() {
    BiasSource from = source;
    String why = from == null ? nothing() : form.hindrance();
    acts.look(why);
    if (from == null || !why.isEmpty()) {
      counting.cancel();
      exclusions.forget();
      preview.say(why);
    } else {
      counting.ask(new Ask(from, form.statement()));
    }
  }

  private String nothing() {
    return sources.getItems().isEmpty()
        ? "Open the data of the people, or record an audit with both groups; then count here."
        : "Choose what is counted.";
  }

  private void show(BiasSummary summary) {
    if (!closed) {
      exclusions.show(summary.audit());
      preview.show(summary, form.missing().isEmpty());
    }
  }

  private void failed(Throwable failure) {
    if (closed) {
      return;
    }
    if (failure instanceof AssayException known) {
      String sentence = Visible.of(known.sentence() + " " + known.remedy(), LONGEST_FAULT);
      acts.look(sentence);
      preview.say(sentence);
    } else {
      session.tasks().fail(failure);
    }
  }

  @Override
  public List<String> trail() {
    return List.of("Regimes", "Local Law 144");
  }

  @Override
  public List<String> command() {
    BiasSource from = source;
    if (from == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of("regime", "publish", "ll144", BiasActs.STATEMENT));
    words.addAll(from.options());
    words.addAll(List.of("--out", "local-law-144"));
    if (from instanceof BiasSource.OfAudit) {
      words.addAll(List.of("--workspace", session.workspace().get().toString()));
    }
    return words;
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void close() {
    closed = true;
    counting.cancel();
    preview.close();
  }
}
