package dev.assay.signoff;

import dev.assay.ledger.attest.Act;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is written on an audit or on one of its findings. Whoever is named with an @ is asked:
/// `@jane.doe`.
///
/// @param text what is said
/// @param finding id of the finding that it is about; absent = the whole audit
/// @param answers number of the comment that it answers; absent = none
public record Remark(String text, @Nullable String finding, @Nullable Integer answers) {

  static final String FINDING = "finding";
  static final String ASKS = "asks";
  static final String ANSWERS = "answers";

  /// A mention stands alone, so that an address for mail is none.
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\p{L}\\p{N}._-])@([a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9_-])?)");

  /// One on the whole audit that answers nothing.
  public static Remark of(String text) {
    return new Remark(text, null, null);
  }

  /// Ids of whom the text asks.
  public SortedSet<String> asks() {
    SortedSet<String> ids = new TreeSet<>();
    MENTION.matcher(text).results().forEach(found -> ids.add(found.group(1)));
    return ids;
  }

  /// Whom a recorded comment asks.
  static List<String> asks(Act act) {
    return act.fields().get(ASKS) instanceof List<?> ids
        ? ids.stream().map(String::valueOf).toList()
        : List.of();
  }

  /// The number of the comment that a recorded one answers; null when it answers none.
  static @Nullable Integer answers(Act act) {
    return act.fields().get(ANSWERS) instanceof Long number ? Math.toIntExact(number) : null;
  }

  /// What the record says of it, beside person and time.
  public Map<String, Object> fields() {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("text", text.strip());
    if (finding != null) {
      fields.put(FINDING, finding);
    }
    if (answers != null) {
      fields.put(ANSWERS, (long) answers);
    }
    if (!asks().isEmpty()) {
      fields.put(ASKS, List.copyOf(asks()));
    }
    return fields;
  }
}
