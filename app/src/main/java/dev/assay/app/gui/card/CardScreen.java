package dev.assay.app.gui.card;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.common.Visible;
import dev.assay.usecase.RecordedAudit;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The model card of an audit on a page of its own.
public final class CardScreen implements Screen {

  private final Session session;
  private final Navigator navigator;
  private final String id;
  private final Predicate<RecordedAudit> reveals;
  private final VBox page = new VBox(10);
  private @Nullable CardPane pane;
  private boolean closed;

  /// @param id of the audit
  /// @param reveals whether the verdict, which the card states, may be seen already
  public CardScreen(
      Session session, Navigator navigator, String id, Predicate<RecordedAudit> reveals) {
    this.session = session;
    this.reveals = reveals;
    this.navigator = navigator;
    this.id = id;
    page.getStyleClass().add("page");
    page.getChildren().add(Parts.quiet("Reading the audit …"));
    session.load(id, this::show);
  }

  private void show(RecordedAudit recorded) {
    if (closed) {
      return;
    }
    Label title = new Label("Model card of " + Visible.of(recorded.audit().title(), 80));
    title.setTooltip(new Tooltip(title.getText()));
    title.getStyleClass().add("page-title");
    title.setMinWidth(0);
    Button audit = new Button("Open the audit");
    audit.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    audit.setOnAction(event -> navigator.go(new Place.Audit(id)));
    HBox head = new HBox(10, title, Parts.space(), audit);
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    if (reveals.test(recorded)) {
      write(head, recorded);
    } else {
      page.getChildren().setAll(head, HiddenCard.of(() -> write(head, recorded)));
    }
  }

  private void write(HBox head, RecordedAudit recorded) {
    CardPane shown = new CardPane(session, recorded);
    pane = shown;
    VBox.setVgrow(shown.node(), Priority.ALWAYS);
    page.getChildren().setAll(head, shown.node());
    shown.focus();
  }

  @Override
  public List<String> trail() {
    return List.of("Audits", id, "Model card");
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public List<String> command() {
    return List.of("card", id, "--out", "model-card.md");
  }

  @Override
  public void close() {
    closed = true;
    if (pane != null) {
      pane.close();
    }
  }
}
