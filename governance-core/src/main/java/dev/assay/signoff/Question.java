package dev.assay.signoff;

import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a person was asked in a comment and did not answer yet. It is answered by a
/// comment that names it, or by whatever the person does with the audit afterwards.
///
/// @param number of the comment among the acts of its audit
/// @param asked id of who is asked
/// @param by who asks
/// @param time UTC
/// @param text of the comment
/// @param finding id of the finding that it is about; absent = the whole audit
public record Question(
    int number, String asked, String by, Instant time, String text, @Nullable String finding) {

  /// What is open in one audit, in order.
  ///
  /// @param acts every act of the audit
  public static List<Question> open(List<Act> acts) {
    List<Question> open = new ArrayList<>();
    for (int number = 0; number < acts.size(); number++) {
      Act act = acts.get(number);
      Integer answered = Remark.answers(act);
      open.removeIf(
          q -> q.asked.equals(act.person()) || answered != null && answered.intValue() == q.number);
      if (act.kind() == ActKind.COMMENTED) {
        for (String asked : Remark.asks(act)) {
          open.add(
              new Question(
                  number,
                  asked,
                  act.person(),
                  act.time(),
                  act.text("text"),
                  act.textOrNull(Remark.FINDING)));
        }
      }
    }
    return open;
  }
}
