package dev.assay.app.gui.compare;

import dev.assay.app.gui.command.CommandLineText;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.common.Digest;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.compare.SettingDifference;
import dev.assay.provenance.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What the two runs were made with: first what differs, then the provenance of both.
final class SettingsPane {

  private static final int LONGEST = 400;

  private SettingsPane() {}

  static Node of(Session.Compared compared) {
    List<SettingDifference> settings = compared.comparison().settings();
    Node different =
        settings.isEmpty()
            ? Parts.quiet("Nothing: the two runs were made with the same settings.")
            : grid(settings);
    return Parts.page(
        Parts.card("What differs", "", different),
        Parts.card("Provenance of both", "", grid(both(compared.first(), compared.second()))));
  }

  private static List<SettingDifference> both(Provenance a, Provenance b) {
    List<SettingDifference> all = new ArrayList<>();
    all.add(new SettingDifference("Model", a.modelName(), b.modelName()));
    all.add(new SettingDifference("Model SHA-256", hex(a.model()), hex(b.model())));
    all.add(new SettingDifference("Dataset", a.datasetName(), b.datasetName()));
    all.add(new SettingDifference("Dataset SHA-256", hex(a.dataset()), hex(b.dataset())));
    all.add(new SettingDifference("Rows", Rounded.count(a.rows()), Rounded.count(b.rows())));
    all.add(
        new SettingDifference(
            "Finished", Rounded.minute(a.finished()), Rounded.minute(b.finished())));
    all.add(new SettingDifference("Device", words(a.device()), words(b.device())));
    all.add(new SettingDifference("Versions", words(a.engine()), words(b.engine())));
    all.add(new SettingDifference("Isolation", a.isolation(), b.isolation()));
    all.add(new SettingDifference("Seed", String.valueOf(a.seed()), String.valueOf(b.seed())));
    all.add(new SettingDifference("By", a.actor(), b.actor()));
    all.add(
        new SettingDifference(
            "Command", CommandLineText.of(a.command()), CommandLineText.of(b.command())));
    return all;
  }

  private static String hex(@Nullable Digest digest) {
    return digest == null ? "none" : digest.sha256();
  }

  private static String words(Map<String, String> all) {
    return all.isEmpty()
        ? "none"
        : all.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
  }

  private static GridPane grid(List<SettingDifference> entries) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-values");
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints value = new ColumnConstraints();
    value.setPercentWidth(40);
    value.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(name, value, value);
    grid.addRow(0, heading(""), heading("A"), heading("B"));
    int row = 1;
    for (SettingDifference entry : entries) {
      Label label = new Label(entry.name());
      label.getStyleClass().add("muted");
      Label a = Parts.text(Visible.of(entry.first(), LONGEST));
      Label b = Parts.text(Visible.of(entry.second(), LONGEST));
      if (!entry.first().equals(entry.second())) {
        b.getStyleClass().add("strong");
      }
      grid.addRow(row++, label, a, b);
      GridPane.setValignment(label, VPos.TOP);
      GridPane.setValignment(a, VPos.TOP);
      GridPane.setValignment(b, VPos.TOP);
    }
    return grid;
  }

  private static Label heading(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("grid-heading");
    return label;
  }
}
