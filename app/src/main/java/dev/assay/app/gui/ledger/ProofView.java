package dev.assay.app.gui.ledger;

import dev.assay.app.gui.part.Parts;
import dev.assay.common.Visible;
import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.Entry;
import dev.assay.ledger.InclusionProof;
import dev.assay.ledger.InclusionProof.Step;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.TreeHash;
import java.util.List;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One entry and the proof that it is in the ledger: the way from its hash up to the root that was
/// signed, with the hash beside each step. Computed here, from the proof alone.
final class ProofView extends VBox {

  private static final int BRIEF = 8;
  private static final int LONGEST = 200;

  ProofView() {
    super(12);
    setId("proof");
    getStyleClass().add("proof");
    getChildren().setAll(Parts.quiet("Choose an entry: its proof is drawn here."));
  }

  /// Shows an entry.
  void show(EntryLine line, InclusionProof proof, Receipt head) {
    Entry entry = line.entry();
    Checkpoint checkpoint = head.checkpoint();
    boolean holds = proof.proves(entry.leaf(), checkpoint);
    Label verdict =
        Parts.badge(
            holds
                ? "✓ in the ledger at " + line.index() + " of " + checkpoint.size()
                : "✗ the proof does not hold",
            holds ? "pass" : "fail");
    verdict.setId("proof-verdict");
    VBox said =
        new VBox(
            4,
            Parts.text(line.what() + ": " + line.subject()),
            Parts.quiet("by " + line.actor() + ", " + line.when()),
            Parts.quiet(
                "names SHA-256 " + entry.payload().sha256().replaceAll("(.{16})(?!$)", "$1 ")));
    if (!entry.reason().isEmpty()) {
      said.getChildren().add(Parts.quiet("because " + Visible.of(entry.reason(), LONGEST)));
    }
    List<Step> steps = proof.steps(entry.leaf(), checkpoint.size());
    getChildren()
        .setAll(
            verdict,
            said,
            ladder(entry.leaf(), steps),
            Parts.quiet(
                steps.isEmpty()
                    ? "It is the only entry, so its hash is the root."
                    : steps.size()
                        + (steps.size() == 1 ? " hash proves" : " hashes prove")
                        + " it among "
                        + checkpoint.size()
                        + " entries. The root is signed by the ledger's key, "
                        + Objects.requireNonNull(head.key()).fingerprint()
                        + "."));
  }

  /// The root on top, the entry at the bottom.
  private static GridPane ladder(TreeHash leaf, List<Step> steps) {
    GridPane ladder = new GridPane();
    ladder.setId("proof-path");
    ladder.getStyleClass().add("proof-path");
    for (int column = 0; column < 3; column++) {
      ColumnConstraints third = new ColumnConstraints();
      third.setPercentWidth(100.0 / 3);
      third.setHalignment(HPos.CENTER);
      ladder.getColumnConstraints().add(third);
    }
    int row = 0;
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      boolean root = i == steps.size() - 1;
      ladder.add(node(root ? "root " : "", step.result(), root ? "pass" : "neutral"), 1, row++);
      ladder.add(arrow("↑"), 1, row);
      ladder.add(arrow(step.left() ? "↗" : "↖"), step.left() ? 0 : 2, row++);
      ladder.add(node("", step.beside(), "attention"), step.left() ? 0 : 2, row);
    }
    ladder.add(node("entry ", leaf, "pass"), 1, row);
    return ladder;
  }

  private static Label node(String name, TreeHash hash, String kind) {
    Label node = Parts.badge(name + hash.hex().substring(0, BRIEF), kind);
    node.getStyleClass().add("hash");
    node.setTooltip(new Tooltip(hash.hex()));
    node.setAccessibleText((name.isEmpty() ? "hash " : name) + hash.hex());
    return node;
  }

  private static Label arrow(String arrow) {
    Label label = new Label(arrow);
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
