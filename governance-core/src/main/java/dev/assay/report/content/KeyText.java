package dev.assay.report.content;

import dev.assay.audit.SignOff;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import org.jspecify.annotations.Nullable;

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

  /// When it was signed, and what was recorded before it under a later time.
  static Text time(Words words, SignOff.Signature one) {
    java.time.@Nullable Instant before = one.recordedBefore();
    Text time = Text.of(words.minute(one.time()));
    return before == null
        ? time
        : time.and(Text.strong(" " + words.say("time.set-back", words.minute(before))));
  }
}
