package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.common.Visible;
import dev.assay.regime.Regime;
import dev.assay.usecase.OwnRegimes;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Against which regimes an audit is held from the start; each a box to tick.
final class RegimeChoice {

  private static final int LONGEST = 90;

  private final VBox boxes = new VBox(6, Parts.quiet("Reading the regimes …"));

  RegimeChoice(Session session) {
    boxes.setId("audit-regimes");
    OwnRegimes known = OwnRegimes.beside(session.workspace().get());
    session
        .tasks()
        .start(
            "Reading the regimes",
            item ->
                known.list().stream()
                    .map(OwnRegimes.Entry::regime)
                    .filter(Objects::nonNull)
                    .toList(),
            this::fill);
  }

  private void fill(List<Regime> regimes) {
    boxes.getChildren().setAll(regimes.stream().map(RegimeChoice::box).toList());
    boxes
        .getChildren()
        .add(Parts.quiet("The report then says clause by clause which evidence is there."));
    if (boxes.getScene() != null && boxes.getScene().getWindow() != null) {
      Fitting.again(boxes);
    }
  }

  private static CheckBox box(Regime regime) {
    CheckBox box = new CheckBox(Visible.of(regime.title(), LONGEST));
    box.setId("audit-regime-" + regime.id());
    box.setUserData(regime);
    box.setWrapText(true);
    box.setMinHeight(Region.USE_PREF_SIZE);
    return box;
  }

  Node node() {
    return boxes;
  }

  /// Those that are ticked.
  List<Regime> chosen() {
    return boxes.getChildren().stream()
        .filter(node -> node instanceof CheckBox box && box.isSelected())
        .map(node -> (Regime) node.getUserData())
        .toList();
  }
}
