package dev.assay.ledger.attest;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a person may do.
public enum Role {
  /// Hands audits over.
  AUTHOR,
  /// Reviews them.
  REVIEWER,
  /// Decides about them.
  APPROVER,
  /// Keeps the register of signatories.
  ADMINISTRATOR;

  /// Its word: "approver".
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of this word; null when there is none.
  public static @Nullable Role of(String word) {
    return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst().orElse(null);
  }
}
