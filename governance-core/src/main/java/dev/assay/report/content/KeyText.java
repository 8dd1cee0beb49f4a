package dev.assay.report.content;

import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The key of a signature, with what became of it.
final class KeyText {

  private static final Pattern ENDING = Pattern.compile("(replaced|revoked) on (\\S+)");

  private KeyText() {}

  /// @param later as the sign-off records it: "revoked on 2026-11-25T18:00:06Z"; absent = the key
  ///   still signs
  static Text of(Words words, String key, @Nullable String later) {
    if (later == null) {
      return Text.code(key);
    }
    Matcher ending = ENDING.matcher(later);
    String said =
        ending.matches()
            ? words.say("key." + ending.group(1), words.second(Instant.parse(ending.group(2))))
            : later;
    return Text.code(key).and(Text.aside(" " + said));
  }
}
