package dev.assay.app.gui.model;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.table.Tables;
import dev.assay.common.Visible;
import dev.assay.model.ModelArtefact;
import dev.assay.model.PreScan;
import dev.assay.model.ValueInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a model is: size, pre-scan, signature, operators, metadata, and where it is used.
final class ModelOverview {

  private ModelOverview() {}

  /// @param beside what stands beside the graph; empty for a graph alone
  /// @param use where the model is used
  static ScrollPane of(ModelArtefact artefact, List<Node> beside, Node use) {
    HBox facts =
        new HBox(
            12,
            Parts.figure(
                "Size",
                size(artefact.bytes()),
                artefact.externalData().isEmpty() ? "one file" : "with external data"),
            Parts.figure(
                "Parameters",
                String.format(Locale.ROOT, "%,d", artefact.parameters()),
                artefact.quantisation().equals("none") ? "not quantised" : artefact.quantisation()),
            Parts.figure(
                "Nodes",
                String.format(Locale.ROOT, "%,d", artefact.nodes()),
                artefact.operators().size() + " kinds of operator"),
            Parts.figure("Format", "IR " + artefact.irVersion(), opsets(artefact)));
    HBox signature =
        new HBox(12, values("Inputs", artefact.inputs()), values("Outputs", artefact.outputs()));
    List<Node> parts = new ArrayList<>(List.of(facts));
    parts.addAll(beside);
    parts.addAll(
        List.of(
            findings(artefact.preScan()), use, signature, operators(artefact), metadata(artefact)));
    return Parts.page(parts.toArray(Node[]::new));
  }

  private static Node findings(PreScan scan) {
    VBox list = new VBox(8);
    for (PreScan.Item item : scan.findings()) {
      list.getChildren()
          .addAll(
              Parts.text(item.sentence()), Parts.quiet(item.remedy() + "  [" + item.code() + "]"));
    }
    if (scan.findings().isEmpty()) {
      list.getChildren()
          .add(
              Parts.text(
                  "Nothing suspicious: operators, sizes, external data and structure were looked at before any native code."));
    }
    return Parts.card("Pre-scan", "static, before the runtime sees the file", list);
  }

  private static Node values(String title, List<ValueInfo> values) {
    TableView<ValueInfo> table = Tables.of(title, "None.");
    table.setItems(FXCollections.observableArrayList(values));
    table.getColumns().add(Tables.text("Name", 180, v -> Visible.of(v.name(), 60)));
    table
        .getColumns()
        .add(
            Tables.text(
                "Type",
                140,
                v ->
                    v.form() == ValueInfo.Form.TENSOR
                        ? word(v.type())
                        : word(v.form()) + " of " + word(v.type())));
    table
        .getColumns()
        .add(
            Tables.text(
                "Shape",
                120,
                v ->
                    v.shape().stream()
                        .map(d -> d < 0 ? "?" : d.toString())
                        .collect(Collectors.joining(", ", "[", "]"))));
    table.setPrefHeight(Math.min(320, 46 + 40.0 * Math.max(1, values.size())));
    VBox card = Parts.card(title, String.valueOf(values.size()), table);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private static Node operators(ModelArtefact artefact) {
    List<Map.Entry<String, Integer>> counts = new ArrayList<>(artefact.operators().entrySet());
    TableView<Map.Entry<String, Integer>> table = Tables.of("Operators", "None.");
    table.setItems(FXCollections.observableArrayList(counts));
    table.getColumns().add(Tables.text("Operator", 300, e -> Visible.of(e.getKey(), 60)));
    table
        .getColumns()
        .add(
            Tables.number(
                "Times",
                100,
                Map.Entry::getValue,
                n -> String.format(Locale.ROOT, "%,d", n.longValue())));
    table.setPrefHeight(Math.min(320, 46 + 40.0 * Math.max(1, counts.size())));
    VBox card = Parts.card("Operators", "subgraphs included", table);
    card.setId("model-operators");
    return card;
  }

  private static Node metadata(ModelArtefact artefact) {
    VBox lines =
        new VBox(
            4,
            Parts.text("sha256: " + artefact.digest().sha256()),
            Parts.text(
                "Producer: "
                    + (artefact.producer().isBlank()
                        ? "not said"
                        : Visible.of(artefact.producer(), 120))));
    artefact
        .metadata()
        .forEach(
            (key, value) ->
                lines
                    .getChildren()
                    .add(Parts.text(Visible.of(key, 60) + ": " + Visible.of(value, 400))));
    return Parts.card(
        "File and metadata", artefact.metadata().size() + " entries of metadata", lines);
  }

  private static String opsets(ModelArtefact artefact) {
    return artefact.opsets().entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String size(long bytes) {
    return bytes < 1 << 20
        ? String.format(Locale.ROOT, "%,.1f KiB", bytes / 1024.0)
        : String.format(Locale.ROOT, "%,.1f MiB", bytes / 1024.0 / 1024.0);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
