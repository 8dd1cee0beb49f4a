package dev.assay.report.content;

import dev.assay.audit.SignOff;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import java.time.Instant;
import java.util.List;

/// Key and time of a signature, with what is to be known of them.
final class KeyText {

  private KeyText() {}

  /// The key, with what became of it.
  static Text of(Words words, SignOff.Signature one) {
    SignOff.Ending later = one.later();
    return later == null
        ? Text.code(one.key())
        : Text.code(one.key())
            .and(Text.aside(" " + words.say("key." + later.what(), words.second(later.at()))));
  }

  /// When it was signed, and whether a clock was set back then.
  static Text time(Words words, SignOff.Signature one) {
    Text time = Text.of(words.minute(one.time()));
    return one.recordedBefore() == null
        ? time
        : time.and(" ").and(Text.strong(words.say("time.set-back")));
  }

  /// Signatures that are dated before what was recorded before them, a sentence each; may be empty.
  static String setBack(Words words, List<SignOff.Signature> signatures) {
    StringBuilder said = new StringBuilder();
    for (SignOff.Signature one : signatures) {
      Instant before = one.recordedBefore();
      if (before != null) {
        said.append(' ')
            .append(words.say("time.recorded-before", one.name(), words.minute(before)));
      }
    }
    return said.toString();
  }
}
