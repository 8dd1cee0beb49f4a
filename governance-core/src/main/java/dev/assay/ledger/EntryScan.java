package dev.assay.ledger;

import dev.assay.common.Digest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads an entry that is written the way Assay writes it, in one pass and a fifth of the time of a
/// JSON parser. What it does not take may still be an entry: it takes no escapes. What it takes may
/// be none: the caller writes it again and compares.
final class EntryScan {

  private static final int MOST_DIGITS = 18;

  private final byte[] bytes;
  private int at;
  private String kind = "";
  private String subject = "";
  private String payload = "";
  private String actor = "";
  private String time = "";
  private @Nullable String head;
  private @Nullable Long supersedes;
  private String reason = "";

  private EntryScan(byte[] bytes) {
    this.bytes = bytes;
  }

  /// What these bytes say, absent = it is not taken.
  ///
  /// @throws IllegalArgumentException or a DateTimeException for what no entry says
  static @Nullable Entry read(byte[] bytes) {
    EntryScan scan = new EntryScan(bytes);
    boolean taken = scan.fields() && !scan.kind.isEmpty() && !scan.time.isEmpty();
    return taken && !scan.payload.isEmpty()
        ? new Entry(
            scan.kind,
            scan.subject,
            new Digest(scan.payload),
            scan.actor,
            UtcText.read(scan.time),
            scan.head,
            scan.supersedes,
            scan.reason)
        : null;
  }

  private boolean fields() {
    if (!comes('{')) {
      return false;
    }
    do {
      String name = text();
      if (name == null || !comes(':') || !value(name)) {
        return false;
      }
    } while (comes(','));
    return comes('}') && at == bytes.length;
  }

  private boolean value(String name) {
    if (name.equals("supersedes")) {
      supersedes = number();
      return supersedes != null;
    }
    String value = text();
    if (value == null) {
      return false;
    }
    switch (name) {
      case "kind" -> kind = value;
      case "subject" -> subject = value;
      case "payload" -> payload = value;
      case "actor" -> actor = value;
      case "time" -> time = value;
      case "head" -> head = value;
      case "reason" -> reason = value;
      default -> {
        return name.equals("format");
      }
    }
    return true;
  }

  private boolean comes(char expected) {
    boolean there = at < bytes.length && bytes[at] == expected;
    at += there ? 1 : 0;
    return there;
  }

  private @Nullable String text() {
    if (!comes('"')) {
      return null;
    }
    int first = at;
    while (at < bytes.length && bytes[at] != '"' && bytes[at] != '\\') {
      at++;
    }
    int end = at;
    return comes('"') ? new String(bytes, first, end - first, StandardCharsets.UTF_8) : null;
  }

  private @Nullable Long number() {
    int first = at;
    long number = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      number = 10 * number + bytes[at] - '0';
      at++;
    }
    return at == first || at - first > MOST_DIGITS ? null : (Long) number;
  }
}
