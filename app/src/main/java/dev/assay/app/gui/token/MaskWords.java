package dev.assay.app.gui.token;

import dev.assay.app.gui.part.Parts;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.inference.MaskedAnswers.Word;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The likeliest words under a mask with their probabilities; all of it is said aloud.
public final class MaskWords extends VBox {

  private static final int LONGEST = 24;

  /// @param top the likeliest words, the likeliest first
  public MaskWords(List<Word> top) {
    super(8);
    double most = top.stream().mapToDouble(Word::probability).max().orElse(1);
    GridPane grid = new GridPane(12, 4);
    grid.setId("fill-words");
    for (Word word : top) {
      ProgressBar bar = new ProgressBar(most > 0 ? word.probability() / most : 0);
      bar.setFocusTraversable(false);
      bar.setAccessibleText(said(word));
      Label share = new Label(Rounded.percent(word.probability()));
      share.setMinWidth(Label.USE_PREF_SIZE);
      share.setTooltip(tip(word));
      Label shown = new Label(Visible.of(word.word(), LONGEST));
      // decision: bars get narrower before words are cut
      shown.setMinWidth(Label.USE_PREF_SIZE);
      bar.setMinWidth(0);
      grid.addRow(grid.getRowCount(), shown, bar, share);
    }
    grid.setAccessibleRole(AccessibleRole.TEXT);
    grid.setAccessibleText(
        top.stream()
            .map(MaskWords::said)
            .collect(Collectors.joining(", ", "Likeliest words: ", ".")));
    double all = top.stream().mapToDouble(Word::probability).sum();
    getChildren()
        .setAll(
            grid,
            Parts.quiet(
                "These "
                    + top.size()
                    + " words have "
                    + Rounded.percent(all)
                    + " of the probability; bars are relative to the likeliest."));
  }

  private static Tooltip tip(Word word) {
    return new Tooltip(
        "probability "
            + Rounded.number(word.probability())
            + ", logit "
            + Rounded.number(word.logit()));
  }

  private static String said(Word word) {
    return Visible.of(word.word(), LONGEST) + " " + Rounded.percent(word.probability());
  }
}
