package dev.assay.app.gui.card;

import dev.assay.app.gui.dialog.Saving;
import dev.assay.app.gui.draft.CardDraft;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.SavedCard;
import dev.assay.app.gui.session.Session;
import dev.assay.common.AtomicFiles;
import dev.assay.modelcard.CardVersion;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.usecase.CardFormat;
import dev.assay.usecase.RecordedAudit;
import dev.assay.usecase.SupplierCards;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The model card: sections at the left, the text of one in the middle, at the right how the card
/// will look and what changed. What is not saved stays in the session's memory when this is left.
public final class CardPane {

  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  private final Session session;
  private final RecordedAudit recorded;
  private final CardDraft draft;
  private final SectionList sections;
  private final SectionEditor editor;
  private final CardPreview preview;
  private final ChangesPane changes;
  private final CoveragePane coverage;
  private final Label state = new Label();
  private final Label notice = Parts.text("");
  private final Button undo = new Button("Undo");
  private final Button redo = new Button("Redo");
  private final Button save = new Button("Save version");
  private final StackPane saveHolder = new StackPane(save);
  private final Tooltip why = new Tooltip();
  private final VBox node = new VBox(8);

  /// @param recorded the audit whose card it is
  public CardPane(Session session, RecordedAudit recorded) {
    this.session = session;
    this.recorded = recorded;
    String audit = recorded.audit().id();
    draft =
        session
            .writing()
            .drafts()
            .card(
                audit,
                () ->
                    new CardDraft(
                        recorded.cards(), recorded.audit().purpose(), session.writing().author()));
    List<NarrativeSection> both = draft.rebase(recorded.cards());
    sections = new SectionList(draft, this::choose);
    editor = new SectionEditor(draft, this::changed);
    preview = new CardPreview(recorded.dossier(), session.tasks()::failed);
    changes = new ChangesPane(draft);
    coverage = new CoveragePane(recorded.dossier(), draft);
    notice.getStyleClass().add("notice-line");
    node.getStyleClass().add("card-pane");
    node.getChildren().setAll(bar(), notice, content());
    VBox.setVgrow(node.getChildren().getLast(), Priority.ALWAYS);
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (SAVE.match(event)) {
            save();
            event.consume();
          }
        });
    say(meanwhile(both));
    sections.choose(firstMissing());
    refresh();
    changes.refresh();
    preview.followNow(now());
  }

  /// What is shown.
  public Node node() {
    return node;
  }

  /// Begins to write.
  public void focus() {
    editor.focus();
  }

  /// Left for good: the preview stops; what is written stays in the session's memory.
  public void close() {
    preview.close();
  }

  private Node bar() {
    undo.setId("card-undo");
    redo.setId("card-redo");
    save.setId("card-save");
    save.getStyleClass().add("primary");
    undo.setOnAction(event -> editor.undo());
    redo.setOnAction(event -> editor.redo());
    save.setOnAction(event -> save());
    Tooltip.install(saveHolder, why);
    MenuButton export = new MenuButton("Export");
    export.setId("card-export");
    for (CardFormat format : CardFormat.values()) {
      MenuItem item = new MenuItem(format.title() + " …");
      item.setId("card-export-" + format.name().toLowerCase(Locale.ROOT));
      item.setOnAction(event -> export(format));
      export.getItems().add(item);
    }
    Button supplied = new Button("Import …");
    supplied.setId("card-import");
    Tooltip.install(
        supplied, new Tooltip("Takes words and declared numbers from a supplier's card"));
    supplied.setOnAction(event -> importCard());
    HBox bar = new HBox(8, state, Parts.space(), undo, redo, supplied, export, saveHolder);
    bar.setAlignment(Pos.CENTER_LEFT);
    for (Region part : new Region[] {state, undo, redo, supplied, export, saveHolder, save}) {
      part.setMinWidth(Region.USE_PREF_SIZE);
    }
    return bar;
  }

  private Node content() {
    Tab looks = new Tab("Preview", preview.node());
    looks.setId("tab-card-preview");
    Tab differs = new Tab("Changes", changes.node());
    differs.setId("tab-card-changes");
    differs.selectedProperty().subscribe(selected -> changes.refresh());
    Tab covers = new Tab("Coverage", coverage.node());
    covers.setId("tab-card-coverage");
    covers.selectedProperty().subscribe(selected -> coverage.refresh());
    TabPane right = new TabPane(looks, differs, covers);
    right.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    right.getStyleClass().add("panel");
    SplitPane split = new SplitPane(sections.node(), editor.node(), right);
    split.setDividerPositions(0.24, 0.58);
    split.setId("card-split");
    return split;
  }

  private NarrativeSection firstMissing() {
    return draft.completeness(Instant.now()).missing().stream()
        .findFirst()
        .orElse(NarrativeSection.DESCRIPTION);
  }

  private void choose(NarrativeSection section) {
    editor.show(section);
    preview.reveal(section.chapterHeading());
    buttons();
  }

  private void changed() {
    refresh();
    preview.follow(now());
  }

  private void refresh() {
    sections.refresh();
    buttons();
  }

  private void buttons() {
    int count = draft.changed().size();
    state.setText(
        count > 0
            ? "● " + count + (count == 1 ? " section" : " sections") + " not saved"
            : draft.basedOn() == 0
                ? "Nothing was saved yet"
                : "✓ saved as version " + draft.basedOn());
    state
        .getStyleClass()
        .setAll(
            "label", "badge", count > 0 ? "attention" : draft.basedOn() == 0 ? "neutral" : "pass");
    undo.setDisable(!draft.history(editor.section()).canUndo());
    redo.setDisable(!draft.history(editor.section()).canRedo());
    String hindrance = draft.hindrance();
    save.setDisable(!hindrance.isEmpty());
    why.setText(
        hindrance.isEmpty()
            ? "Adds version " + (draft.basedOn() + 1) + "; earlier versions stay"
            : hindrance);
  }

  private Narrative now() {
    return draft.narrative(Instant.now());
  }

  private void save() {
    if (draft.hindrance().isEmpty()) {
      session.writing().saveCard(recorded.audit().id(), draft.basedOn(), now(), this::saved);
    }
  }

  private void saved(SavedCard outcome) {
    List<NarrativeSection> both = draft.rebase(outcome.versions());
    say(outcome.isSaved() ? "" : meanwhile(both));
    editor.refresh();
    refresh();
    changes.refresh();
    coverage.refresh();
    preview.followNow(now());
  }

  /// Somebody else saved a version while this was written.
  private String meanwhile(List<NarrativeSection> both) {
    if (draft.changed().isEmpty() || draft.versions().isEmpty()) {
      return "";
    }
    CardVersion latest = draft.versions().getFirst();
    return both.isEmpty()
        ? ""
        : "Version "
            + latest.number()
            + " by "
            + dev.assay.common.Visible.of(latest.author(), 40)
            + " was saved meanwhile and differs from your text in: "
            + both.stream().map(NarrativeSection::heading).collect(Collectors.joining(", "))
            + ". Look under Changes; saving keeps your words there.";
  }

  private void say(String words) {
    notice.setText(words);
    notice.setVisible(!words.isEmpty());
    notice.setManaged(!words.isEmpty());
  }

  private void importCard() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("A supplier's card");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("Model cards", "*.md", "*.json", "*.jsonld"));
    File file = chooser.showOpenDialog(node.getScene().getWindow());
    if (file != null) {
      takeOver(file.toPath());
    }
  }

  /// Reads a supplier's card into what is written here.
  void takeOver(Path file) {
    session
        .tasks()
        .start(
            "Reading a supplier's card",
            item -> SupplierCards.read(file),
            card -> {
              say(draft.takeOver(card));
              editor.refresh();
              changed();
            });
  }

  private void export(CardFormat format) {
    String ending = "*" + format.ending().substring(format.ending().lastIndexOf('.'));
    Saving.ask(node.getScene().getWindow(), format.fileName(), format.title(), ending)
        .ifPresent(
            file -> {
              Narrative narrative = now();
              String remark =
                  draft.changed().isEmpty() ? "" : ", with words that are not saved yet";
              session
                  .tasks()
                  .start(
                      "Writing the model card",
                      item -> {
                        AtomicFiles.export(file, format.bytes(recorded, narrative));
                        return file;
                      },
                      written -> say("Written: " + written + remark));
            });
  }
}
