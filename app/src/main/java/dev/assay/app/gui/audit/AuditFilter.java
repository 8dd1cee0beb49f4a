package dev.assay.app.gui.audit;

import dev.assay.signoff.State;
import dev.assay.store.AuditStore;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which audits of a list are shown.
///
/// @param state only those; null = of every state
/// @param words each must be in title, model, dataset or author, whatever the case
record AuditFilter(@Nullable State state, String words) {

  boolean shows(AuditStore.Listed audit) {
    if (state != null && !state.word().equals(audit.state())) {
      return false;
    }
    String text =
        String.join(" ", audit.title(), audit.model(), audit.dataset(), audit.author())
            .toLowerCase(Locale.ROOT);
    return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
        .allMatch(text::contains);
  }
}
