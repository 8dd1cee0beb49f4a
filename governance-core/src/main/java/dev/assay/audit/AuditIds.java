package dev.assay.audit;

import java.security.SecureRandom;
import java.time.Instant;

/// Makes ids of audits: unique, sorting by time, readable aloud. Ten digits of milliseconds and ten
/// of chance in Crockford's base 32, for instance `01k9z3m6qd-7w3c9x0vtb`.
public final class AuditIds {

  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TIME_DIGITS = 10;
  private static final int CHANCE_DIGITS = 10;
  private static final SecureRandom CHANCE = new SecureRandom();

  private AuditIds() {}

  /// A new id.
  ///
  /// @param now when the audit was made
  public static String next(Instant now) {
    return digits(now.toEpochMilli(), TIME_DIGITS) + "-" + digits(CHANCE.nextLong(), CHANCE_DIGITS);
  }

  private static String digits(long bits, int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = count - 1; i >= 0; i--) {
      text.append(DIGITS.charAt((int) (bits >>> (5 * i)) & 31));
    }
    return text.toString();
  }
}
