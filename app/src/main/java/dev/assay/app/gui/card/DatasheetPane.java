package dev.assay.app.gui.card;

import dev.assay.app.gui.dialog.Saving;
import dev.assay.app.gui.draft.DatasheetDraft;
import dev.assay.app.gui.draft.Drafts;
import dev.assay.app.gui.markdown.MarkdownNodes;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.task.LatestTask;
import dev.assay.common.AtomicFiles;
import dev.assay.dataset.Dataset;
import dev.assay.modelcard.CardMarkdown;
import dev.assay.modelcard.Datasheet;
import dev.assay.modelcard.DatasheetTopic;
import dev.assay.modelcard.DatasheetWords;
import dev.assay.usecase.DatasheetFormat;
import dev.assay.usecase.Datasheets;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The datasheet of a dataset: topics at the left, the text of one in the middle, at the right how
/// it will look, with the facts that the data gives. What is not saved stays in the session's
/// memory when this is left.
public final class DatasheetPane {

  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
  private static final Duration REST = Duration.millis(250);

  private final Session session;
  private final Dataset dataset;
  private final Path file;
  private final Label state = new Label();
  private final Label notice = Parts.text("");
  private final Button save = new Button("Save");
  private final VBox preview = new VBox();
  private final VBox node = new VBox(8);
  private final LatestTask<DatasheetWords, org.commonmark.node.Node> making;
  private @Nullable DatasheetDraft draft;
  private @Nullable TopicList topics;

  /// @param dataset whose datasheet it is
  public DatasheetPane(Session session, Dataset dataset) {
    this.session = session;
    this.dataset = dataset;
    this.file = Datasheets.besideOf(dataset.file());
    making =
        new LatestTask<>(
            REST,
            words -> CardMarkdown.parse(Datasheet.of(dataset.report(), words).markdown()),
            tree -> preview.getChildren().setAll(MarkdownNodes.of(tree)),
            session.tasks()::failed);
    preview.getStyleClass().add("card-preview");
    notice.getStyleClass().add("notice-line");
    node.getStyleClass().addAll("card-pane", "datasheet-pane");
    node.getChildren().setAll(Parts.quiet("Reading what was written …"));
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (SAVE.match(event)) {
            save();
            event.consume();
          }
        });
    read();
  }

  /// What is shown.
  public Node node() {
    return node;
  }

  /// Left for good: the preview stops; what is written stays in the session's memory.
  public void close() {
    making.cancel();
  }

  private Drafts drafts() {
    return session.writing().drafts();
  }

  /// What somebody wrote and did not save comes before what lies beside the data.
  private void read() {
    drafts()
        .changedDatasheet(file)
        .ifPresentOrElse(
            this::show,
            () ->
                session
                    .tasks()
                    .start(
                        "Reading the datasheet",
                        item -> Datasheets.read(file),
                        stored -> {
                          drafts().dropDatasheet(file);
                          show(drafts().datasheet(file, () -> new DatasheetDraft(stored)));
                        }));
  }

  private void show(DatasheetDraft shown) {
    draft = shown;
    TopicEditor editor = new TopicEditor(shown, this::changed);
    TopicList list = new TopicList(shown, editor::show);
    topics = list;
    ScrollPane scroll = new ScrollPane(preview);
    scroll.getStyleClass().addAll("page-scroll", "panel");
    scroll.setFitToWidth(true);
    scroll.setId("datasheet-preview");
    scroll.setAccessibleText("The datasheet as it will be exported");
    ScrollPane writing = new ScrollPane(editor.node());
    writing.setFitToWidth(true);
    writing.setFitToHeight(true);
    writing.getStyleClass().add("panel-scroll");
    SplitPane split = new SplitPane(list.node(), writing, scroll);
    split.setDividerPositions(0.24, 0.58);
    node.getChildren().setAll(bar(), notice, split);
    VBox.setVgrow(split, Priority.ALWAYS);
    say(
        shown.stored().words().unknown().isEmpty()
            ? ""
            : "Headings of the file that are no topic are dropped on saving: "
                + String.join(", ", shown.stored().words().unknown())
                + ".");
    list.choose(
        Datasheet.of(dataset.report(), shown.words()).missing().stream()
            .findFirst()
            .orElse(DatasheetTopic.PURPOSE));
    refresh();
    making.askNow(shown.words());
  }

  private Node bar() {
    save.setId("datasheet-save");
    save.getStyleClass().add("primary");
    save.setOnAction(event -> save());
    MenuButton export = new MenuButton("Export");
    export.setId("datasheet-export");
    for (DatasheetFormat format : DatasheetFormat.values()) {
      MenuItem item = new MenuItem(format.title() + " …");
      item.setId("datasheet-export-" + format.name().toLowerCase(Locale.ROOT));
      item.setOnAction(event -> export(format));
      export.getItems().add(item);
    }
    HBox bar = new HBox(8, state, Parts.space(), export, new StackPane(save));
    bar.setAlignment(Pos.CENTER_LEFT);
    for (Region part : new Region[] {state, export, save}) {
      part.setMinWidth(Region.USE_PREF_SIZE);
    }
    return bar;
  }

  private void changed() {
    refresh();
    if (draft != null) {
      making.ask(draft.words());
    }
  }

  private void refresh() {
    if (draft == null || topics == null) {
      return;
    }
    topics.refresh();
    int count = draft.changed().size();
    boolean there = !draft.stored().file().isEmpty();
    state.setText(
        count > 0
            ? "● " + count + (count == 1 ? " topic" : " topics") + " not saved"
            : there ? "✓ saved in " + file.getFileName() : "Nothing was saved yet");
    state
        .getStyleClass()
        .setAll("label", "badge", count > 0 ? "attention" : there ? "pass" : "neutral");
    String hindrance = draft.hindrance();
    save.setDisable(!hindrance.isEmpty());
    if (count > 0) {
      say(hindrance);
    }
  }

  private void save() {
    DatasheetDraft writing = draft;
    if (writing == null || !writing.hindrance().isEmpty()) {
      return;
    }
    DatasheetWords words = writing.words();
    Datasheets.Stored before = writing.stored();
    String name = String.valueOf(dataset.file().getFileName());
    session
        .tasks()
        .start(
            "Saving the datasheet",
            item -> Datasheets.save(file, name, words, before),
            now -> {
              writing.saved(now);
              say("Written: " + file);
              refresh();
            });
  }

  private void export(DatasheetFormat format) {
    if (draft == null) {
      return;
    }
    Datasheet sheet = Datasheet.of(dataset.report(), draft.words());
    String author = session.writing().author();
    String ending = "*" + format.ending().substring(format.ending().lastIndexOf('.'));
    Saving.ask(node.getScene().getWindow(), "datasheet" + format.ending(), format.title(), ending)
        .ifPresent(
            target ->
                session
                    .tasks()
                    .start(
                        "Writing the datasheet",
                        item -> {
                          AtomicFiles.export(
                              target,
                              format.bytes(sheet, author, Datasheets.changed(dataset.file())));
                          return target;
                        },
                        written -> say("Written: " + written)));
  }

  private void say(String words) {
    notice.setText(words);
    notice.setVisible(!words.isEmpty());
    notice.setManaged(!words.isEmpty());
  }
}
