package dev.assay.dataset.table;

/// Recognises days and points in time as ISO 8601 and SQL write them; days that do not exist, and
/// orders that can be read two ways (`01/02/2024`), are text.
final class DateLexer {

  private static final int DAY_LENGTH = 10;
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private DateLexer() {}

  static CellKind kind(byte[] bytes, int from, int to) {
    if (!isDay(bytes, from, to)) {
      return CellKind.TEXT;
    }
    if (to - from == DAY_LENGTH) {
      return CellKind.DATE;
    }
    byte separator = bytes[from + DAY_LENGTH];
    int time = separator == ' ' || separator == 'T' ? time(bytes, from + DAY_LENGTH + 1, to) : -1;
    return time >= 0 && isZone(bytes, time, to) ? CellKind.DATETIME : CellKind.TEXT;
  }

  private static boolean isDay(byte[] bytes, int from, int to) {
    if (to - from < DAY_LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return false;
    }
    int year = number(bytes, from, 4, to);
    int month = number(bytes, from + 5, 2, to);
    int day = number(bytes, from + 8, 2, to);
    if (year < 1 || month < 1 || month > 12 || day < 1) {
      return false;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= (month == 2 && leap ? 29 : DAYS[month - 1]);
  }

  /// Where the time that begins at `from` ends, -1 when there is none.
  private static int time(byte[] bytes, int from, int to) {
    if (!isBelow(number(bytes, from, 2, to), 24)
        || !isAt(bytes, from + 2, to, ':')
        || !isBelow(number(bytes, from + 3, 2, to), 60)) {
      return -1;
    }
    int i = from + 5;
    if (!isAt(bytes, i, to, ':')) {
      return i;
    }
    if (!isBelow(number(bytes, i + 1, 2, to), 60)) {
      return -1;
    }
    i += 3;
    if (!isAt(bytes, i, to, '.')) {
      return i;
    }
    int fraction = i + 1;
    i = fraction;
    while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    return i == fraction || i - fraction > 9 ? -1 : i;
  }

  private static boolean isZone(byte[] bytes, int from, int to) {
    if (from == to || (isAt(bytes, from, to, 'Z') && from + 1 == to)) {
      return true;
    }
    boolean offset = isAt(bytes, from, to, '+') || isAt(bytes, from, to, '-');
    boolean hours = offset && isBelow(number(bytes, from + 1, 2, to), 16);
    return hours
        && (from + 3 == to
            || (isAt(bytes, from + 3, to, ':')
                && isBelow(number(bytes, from + 4, 2, to), 60)
                && from + 6 == to));
  }

  private static boolean isAt(byte[] bytes, int at, int to, char wanted) {
    return at < to && bytes[at] == wanted;
  }

  private static boolean isBelow(int number, int limit) {
    return number >= 0 && number < limit;
  }

  /// The number of exactly `count` digits, -1 when there is none.
  private static int number(byte[] bytes, int from, int count, int to) {
    if (from + count > to) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + count; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return -1;
      }
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }
}
