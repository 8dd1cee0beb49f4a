package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.audit.RecordDialog;
import dev.assay.app.gui.theme.LookChoice;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// The dialog that records an audit, with regimes chosen: within its window at every size of type.
class RecordDialogTest {

  @Test
  void theDialogFitsIntoItsWindowWithRegimesChosen() throws Exception {
    SampleWindow sample = SampleWindow.get();
    for (LookChoice look : new LookChoice[] {LookChoice.LIGHT, LookChoice.DARK}) {
      for (double scale : new double[] {1, 2}) {
        show(sample, look, scale);
      }
    }
    look(sample, LookChoice.LIGHT, 1);
  }

  private static void show(SampleWindow sample, LookChoice look, double scale) throws Exception {
    look(sample, look, scale);
    Window owner = sample.driver().window().scene().getWindow();
    on(
        () -> {
          var session = sample.driver().window().session();
          RecordDialog.show(
              owner, session, session.run(sample.run()).orElseThrow(), recorded -> {});
          return true;
        });
    await(() -> on(() -> dialog() != null && dialog().lookupAll(".check-box").size() > 5));
    sample.driver().settle();
    on(
        () -> {
          dialog().lookupAll(".check-box").stream()
              .limit(2)
              .forEach(box -> ((CheckBox) box).setSelected(true));
          return true;
        });
    Node dialog = dialog();
    Pictures.write(
        on(() -> dialog.snapshot(null, null)),
        Path.of("target", "screens", "record-" + look + "-" + scale + ".png"));
    assertThat(on(() -> dialog.getScene().getWindow().getHeight()))
        .isLessThanOrEqualTo(owner.getHeight());
    on(
        () -> {
          SceneRules rules = new SceneRules();
          rules.look("record " + look + " " + scale, dialog.getScene().getRoot());
          assertThat(rules.faults()).isEmpty();
          dialog.getScene().getWindow().hide();
          return true;
        });
  }

  private static void look(SampleWindow sample, LookChoice look, double scale) throws Exception {
    on(
        () -> {
          sample.driver().window().themes().choice().set(look);
          sample.driver().window().themes().scale().set(scale);
          return true;
        });
    sample.driver().settle();
  }

  private static Node dialog() {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .map(Scene::getRoot)
        .filter(root -> root.lookup("#record-dialog") != null)
        .findFirst()
        .orElse(null);
  }
}
