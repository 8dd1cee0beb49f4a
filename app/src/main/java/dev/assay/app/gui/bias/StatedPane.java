package dev.assay.app.gui.bias;

import dev.assay.app.gui.bias.BiasForm.Field;
import java.util.Locale;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What no measurement shows: tool, auditor, days, where the data comes from.
final class StatedPane extends VBox {

  private final BiasForm form;

  StatedPane(BiasForm form) {
    super(10);
    this.form = form;
    FlowPane days =
        new FlowPane(
            12,
            8,
            Fields.day("Day of the audit", "bias-audited", form.audited()),
            Fields.day("Day from which the tool is used", "bias-distributed", form.distributed()));
    VBox why = sentences(Field.WHY_TEST_DATA);
    why.visibleProperty().bind(form.historical().not());
    why.managedProperty().bind(form.historical().not());
    getChildren()
        .setAll(
            line(Field.TOOL),
            line(Field.AUDITOR),
            sentences(Field.INDEPENDENCE),
            days,
            kind(),
            sentences(Field.SOURCE),
            sentences(Field.EXPLANATION),
            why);
  }

  private VBox line(Field field) {
    return Fields.line(field.title(), id(field), form.text(field));
  }

  private VBox sentences(Field field) {
    return Fields.sentences(field.title(), id(field), form.text(field));
  }

  private static String id(Field field) {
    return "bias-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private FlowPane kind() {
    RadioButton historical = new RadioButton("historical data, collected while the tool was used");
    RadioButton test = new RadioButton("test data");
    test.setId("bias-test-data");
    ToggleGroup one = new ToggleGroup();
    for (RadioButton choice : new RadioButton[] {historical, test}) {
      choice.setToggleGroup(one);
      choice.setWrapText(true);
      choice.setMinHeight(USE_PREF_SIZE);
    }
    one.selectToggle(form.historical().get() ? historical : test);
    historical.selectedProperty().subscribe(now -> form.historical().set(now));
    return new FlowPane(14, 6, historical, test);
  }
}
