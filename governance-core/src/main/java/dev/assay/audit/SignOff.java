package dev.assay.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.common.Rounded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far an audit came on its way to approval, and who signed what on it: what every rendering
/// shows of its signatures (21 CFR 11.50).
///
/// @param state "draft", "in review", "approved", "rejected", "superseded", "withdrawn"
/// @param signatures in order, taken back ones too
/// @param notes comments, attachments and refused steps, in order
public record SignOff(String state, List<Signature> signatures, List<Note> notes) {

  /// Keeps its own lists.
  public SignOff {
    signatures = List.copyOf(signatures);
    notes = List.copyOf(notes);
  }

  /// One signature.
  ///
  /// @param meaning "authorship", "review", "approval", "rejection", "withdrawal", "supersession"
  /// @param name of the signer, as it is printed
  /// @param person the signer's id
  /// @param time UTC
  /// @param key fingerprint of the signer's key, its first sixteen digits
  /// @param later what became of the key; absent = it still signs
  /// @param recordedBefore the time of what was recorded before, where that is later: a clock was
  ///   set back; absent = it was not
  /// @param recommendation what the machine recommended then, "" where it does not matter
  /// @param reason why the signer decided against it, "" when they agree
  /// @param text what the signer said, may be empty
  public record Signature(
      String meaning,
      String name,
      String person,
      Instant time,
      String key,
      @Nullable Ending later,
      @Nullable Instant recordedBefore,
      String recommendation,
      String reason,
      String text) {}

  /// What became of a key.
  ///
  /// @param what "revoked" or "replaced"
  /// @param at UTC
  public record Ending(String what, Instant at) {

    /// As people read it: "revoked on 2026-11-25 18:00 UTC".
    public String words() {
      return what + " on " + Rounded.minute(at);
    }

    /// As it is recorded: "revoked on 2026-11-25T18:00:06Z".
    @Override
    @JsonValue
    public String toString() {
      return what + " on " + at;
    }
  }

  /// Something said without a signature.
  ///
  /// @param number of the act among those of the audit, counted from 0, as in the ledger
  /// @param kind "commented", "attached", "sealed", "erased", "refused"
  /// @param person who
  /// @param time UTC
  /// @param text what
  /// @param finding id of the finding that it is about; absent = the whole audit
  /// @param asks ids of the people who are asked something
  /// @param answers number of the comment that it answers; absent = none
  public record Note(
      int number,
      String kind,
      String person,
      Instant time,
      String text,
      @Nullable String finding,
      List<String> asks,
      @Nullable Integer answers) {

    /// Keeps its own list.
    public Note {
      asks = List.copyOf(asks);
    }

    /// What it hangs together with: "on data-drift; asks ada; answers #2"; may be empty.
    public String about() {
      List<String> parts = new ArrayList<>();
      if (finding != null) {
        parts.add("on " + finding);
      }
      if (!asks.isEmpty()) {
        parts.add("asks " + String.join(", ", asks));
      }
      if (answers != null) {
        parts.add("answers #" + answers);
      }
      return String.join("; ", parts);
    }
  }
}
