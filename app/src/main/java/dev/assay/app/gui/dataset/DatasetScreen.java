package dev.assay.app.gui.dataset;

import dev.assay.app.gui.card.DatasheetPane;
import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.Visible;
import dev.assay.dataset.Dataset;
import dev.assay.slice.RowQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One dataset: what it is, what its columns hold and are for, who is in it, what is missing, and
/// its rows. Tabs are filled when they are first looked at.
public final class DatasetScreen implements Screen {

  private final Session session;
  private final Dataset dataset;
  private final ObservableValue<Look> look;
  private final Acts acts;
  private final @Nullable RowQuery query;
  private final List<Runnable> closing = new ArrayList<>();
  private final VBox page = new VBox(10);
  private final TabPane tabs = new TabPane();

  /// Where this screen leads.
  ///
  /// @param links to the rows behind a number
  /// @param reopened receives the dataset once it is described otherwise
  public record Acts(RowLinks links, Consumer<Dataset> reopened) {}

  /// @param look light or dark, followed live by charts
  /// @param query the rows to begin with, absent = the overview
  public DatasetScreen(
      Session session,
      Dataset dataset,
      ObservableValue<Look> look,
      Acts acts,
      @Nullable RowQuery query) {
    this.session = session;
    this.dataset = dataset;
    this.look = look;
    this.acts = acts;
    this.query = query;
    page.getStyleClass().add("page");
    tabs.setId("dataset-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    fill();
    page.getChildren().addAll(head(), tabs);
    if (query != null) {
      tabs.getSelectionModel().selectLast();
    }
  }

  private void fill() {
    tab(
        "Overview",
        () -> {
          DatasetOverview overview = new DatasetOverview(session, dataset);
          closing.add(overview::close);
          return overview.node();
        });
    tab("Columns", () -> new ColumnsPane(new ColumnsModel(dataset), look).node(this::editRoles));
    tab(
        "Imbalance",
        () -> {
          ImbalancePane imbalance = new ImbalancePane(session, dataset, look, acts.links());
          closing.add(imbalance::close);
          return imbalance.node();
        });
    tab(
        "Representation",
        () -> {
          RepresentationPane shares = new RepresentationPane(session, dataset, look, acts.links());
          closing.add(shares::close);
          return shares.node();
        });
    tab(
        "Missing",
        () -> {
          MissingPane missing = new MissingPane(session, dataset, look, acts.links());
          closing.add(missing::close);
          return missing.node();
        });
    tab(
        "Datasheet",
        () -> {
          DatasheetPane sheet = new DatasheetPane(session, dataset);
          closing.add(sheet::close);
          return sheet.node();
        });
    tab(
        "Rows",
        () -> {
          RowsPane rows = new RowsPane(session, dataset, query);
          closing.add(rows::close);
          return rows.node();
        });
  }

  private void tab(String title, Supplier<Node> content) {
    Tab tab = new Tab(title);
    tab.setClosable(false);
    tab.selectedProperty()
        .subscribe(
            selected -> {
              if (selected && tab.getContent() == null) {
                tab.setContent(content.get());
              }
            });
    tabs.getTabs().add(tab);
  }

  private Node head() {
    int questions = dataset.warnings().size();
    Label read = Parts.badge("✓ read whole", "pass");
    Label described =
        dataset.report().guessed()
            ? Parts.badge("? roles are guessed", "attention")
            : Parts.badge("✓ described", "pass");
    Button roles = new Button("Edit roles …");
    roles.setId("edit-roles");
    roles.getStyleClass().add("quiet");
    roles.setOnAction(event -> editRoles());
    HBox heading = Parts.heading(name(), "", read, described);
    if (questions > 0) {
      heading.getChildren().add(3, Parts.badge("! " + questions + " to look at", "attention"));
    }
    heading.getChildren().add(roles);
    Label facts =
        Parts.quiet(
            DataWords.count(dataset.rows(), "row")
                + " · "
                + DataWords.count(dataset.spec().columns().size(), "column")
                + " · "
                + Visible.of(dataset.report().format(), 120)
                + " · sha256 "
                + dataset.digest().brief());
    facts.getStyleClass().add("secondary");
    VBox head = new VBox(4, heading, facts);
    head.setAlignment(Pos.CENTER_LEFT);
    if (RolesModel.isUnsure(dataset)) {
      head.getChildren().add(unsure());
    }
    return head;
  }

  private Node unsure() {
    Label words =
        Parts.text(
            "Assay is not sure what every column is for. Look at the roles before you evaluate.");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button look = new Button("Look at the roles …");
    look.setOnAction(event -> editRoles());
    HBox banner = new HBox(12, words, look);
    banner.setAlignment(Pos.CENTER_LEFT);
    banner.getStyleClass().addAll("banner", "attention");
    return banner;
  }

  private void editRoles() {
    RolesDialog.show(page.getScene().getWindow(), session, dataset, acts.reopened());
  }

  private String name() {
    return Visible.of(String.valueOf(dataset.file().getFileName()), 60);
  }

  @Override
  public List<String> trail() {
    return List.of("Datasets", name());
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public List<String> command() {
    List<String> words = new ArrayList<>(List.of("inspect", dataset.file().toString()));
    session
        .description(dataset.file())
        .ifPresent(spec -> words.addAll(List.of("--dataset-spec", spec.toString())));
    return List.copyOf(words);
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
  }
}
