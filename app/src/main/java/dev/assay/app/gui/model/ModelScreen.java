package dev.assay.app.gui.model;

import dev.assay.app.gui.command.CommandLineText;
import dev.assay.app.gui.model.graph.GraphTab;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.Visible;
import dev.assay.model.CausalGraph;
import dev.assay.model.ImageModel;
import dev.assay.model.MaskedHead;
import dev.assay.model.ModelArtefact;
import dev.assay.model.PreScan;
import dev.assay.model.Transformer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One model: what it is, and its graph.
public final class ModelScreen implements Screen {

  private final OpenModel model;
  private final String name;
  private final VBox page = new VBox(8);
  private final TabPane tabs = new TabPane();
  private final ScrollPane overview;
  private final ModelUse use;
  private final GraphTab graph;
  private final List<Runnable> closing = new ArrayList<>();

  /// @param model what is shown
  /// @param look light or dark, followed live
  public ModelScreen(
      Session session, Navigator navigator, OpenModel model, ObservableValue<Look> look) {
    this.model = model;
    ModelArtefact artefact = model.artefact();
    name = Visible.of(artefact.fileName(), 60);
    use = new ModelUse(session, navigator, artefact.digest());
    overview = ModelOverview.of(artefact, beside(session, navigator), use);
    Tab first = new Tab("Overview", overview);
    first.setId("tab-overview");
    graph =
        new GraphTab(
            session.tasks(),
            name,
            cancellation -> session.graph(model.file(), cancellation),
            look,
            this::showOperators);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    Tab signature = new Tab("Signature", new SignaturePane(session, model.file()).node());
    signature.setId("tab-signature");
    tabs.getTabs().addAll(first, graph.tab(), signature);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    page.getStyleClass().add("page");
    page.getChildren().addAll(heading(artefact), tabs);
  }

  /// What the files beside the graph say.
  private List<Node> beside(Session session, Navigator navigator) {
    Consumer<Path> open =
        file -> session.open(file, m -> navigator.go(new Place.Model(m.file())), d -> {});
    Transformer texts = model.artefact().transformer();
    ImageModel images = model.artefact().images();
    List<Node> cards = new ArrayList<>();
    if (texts != null) {
      cards.add(TransformerCard.of(texts, model.file(), open));
    }
    if (texts != null && MaskedHead.isNamed(texts) && model.runnable()) {
      FillCard fill = new FillCard(session, model.file());
      cards.add(fill.node());
      closing.add(fill::close);
    } else if (CausalGraph.is(model.artefact()) && model.runnable()) {
      ContinueCard goOn = new ContinueCard(session, model.file());
      cards.add(goOn.node());
      closing.add(goOn::close);
    }
    if (images != null) {
      cards.add(ImageModelCard.of(images, model.file(), open));
    }
    return cards;
  }

  private HBox heading(ModelArtefact artefact) {
    Button copy = new Button("Copy as command");
    copy.getStyleClass().addAll("quiet", "small");
    copy.setId("copy-command");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setTooltip(new Tooltip(CommandLineText.of(command())));
    copy.setOnAction(event -> Clipboards.text(CommandLineText.of(command())));
    HBox heading = Parts.heading(name, "", verdict(artefact.preScan().verdict()));
    heading.getChildren().add(copy);
    return heading;
  }

  private static Label verdict(PreScan.Verdict verdict) {
    return switch (verdict) {
      case CLEAN -> Parts.badge("✓ pre-scan clean", "pass");
      case WARNING -> Parts.badge("! look at the pre-scan", "attention");
      case REFUSED -> Parts.badge("✗ refused by the pre-scan", "fail");
    };
  }

  private void showOperators() {
    tabs.getSelectionModel().selectFirst();
    overview.applyCss();
    overview.layout();
    Node operators = overview.getContent().lookup("#model-operators");
    if (operators != null) {
      double room =
          overview.getContent().getBoundsInLocal().getHeight()
              - overview.getViewportBounds().getHeight();
      double y = operators.getBoundsInParent().getMinY();
      overview.setVvalue(room <= 0 ? 0 : Math.clamp(y / room, 0, 1));
    }
  }

  @Override
  public List<String> trail() {
    return List.of("Models", name);
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public List<String> command() {
    return List.of("inspect", model.file().toString());
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
    use.close();
    graph.close();
  }
}
