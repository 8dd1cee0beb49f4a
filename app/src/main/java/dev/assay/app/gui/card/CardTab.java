package dev.assay.app.gui.card;

import dev.assay.app.gui.session.Session;
import dev.assay.usecase.RecordedAudit;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Tab;

/// The model card as a tab of an audit; it is made when it is first shown. The card states the
/// verdict, so it waits for the own judgement.
public final class CardTab {

  private final Session session;
  private final RecordedAudit recorded;
  private final BooleanSupplier reveals;
  private final Tab tab = new Tab("Model card");
  private boolean made;

  private CardTab(Session session, RecordedAudit recorded, BooleanSupplier reveals) {
    this.session = session;
    this.recorded = recorded;
    this.reveals = reveals;
    tab.setId("tab-card");
    tab.selectedProperty()
        .subscribe(
            selected -> {
              if (selected) {
                show();
              }
            });
  }

  /// @param reveals whether the verdict may be seen already
  public static Tab of(Session session, RecordedAudit recorded, BooleanSupplier reveals) {
    return new CardTab(session, recorded, reveals).tab;
  }

  private void show() {
    if (made) {
      return;
    }
    if (reveals.getAsBoolean()) {
      make();
    } else {
      tab.setContent(HiddenCard.of(this::make));
    }
  }

  private void make() {
    made = true;
    tab.setContent(new CardPane(session, recorded).node());
  }
}
