package dev.assay.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Times as [Instant] writes and reads them, without the formatter that it asks for each: a ledger
/// has one in every entry.
final class UtcText {

  private static final int WITHOUT_SECONDS = "2026-11-26T18:00".length();
  private static final int SHORTEST = "2026-11-26T18:00:00Z".length();
  private static final int MOST_DIGITS = 9;

  private UtcText() {}

  /// The same as [Instant#toString].
  static String of(Instant time) {
    String text =
        LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC)
            .toString();
    return text.length() == WITHOUT_SECONDS ? text + ":00Z" : text + "Z";
  }

  /// The same as [Instant#parse].
  ///
  /// @throws java.time.DateTimeException when it is no time
  static Instant read(String text) {
    if (!plain(text)) {
      return Instant.parse(text);
    }
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    long second = number(text, 11, 13) * 3600L + number(text, 14, 16) * 60L + number(text, 17, 19);
    int digits = Math.max(0, text.length() - SHORTEST - 1);
    long nanos = digits == 0 ? 0 : number(text, SHORTEST, SHORTEST + digits);
    for (int i = digits; i < MOST_DIGITS; i++) {
      nanos *= 10;
    }
    return Instant.ofEpochSecond(day * 86_400 + second, nanos);
  }

  /// Whether it is written as `2026-11-26T18:00:00Z` or with a fraction, and before 24:00.
  private static boolean plain(String text) {
    int length = text.length();
    if (length < SHORTEST
        || length == SHORTEST + 1
        || length > SHORTEST + 1 + MOST_DIGITS
        || text.charAt(length - 1) != 'Z') {
      return false;
    }
    for (int i = 0; i < length - 1; i++) {
      char c = text.charAt(i);
      boolean right =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == 'T';
            case 13, 16 -> c == ':';
            case 19 -> c == '.';
            default -> c >= '0' && c <= '9';
          };
      if (!right) {
        return false;
      }
    }
    return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
