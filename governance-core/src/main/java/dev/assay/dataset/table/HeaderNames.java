package dev.assay.dataset.table;

import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Makes the names of a header distinct and says what is odd about them. Names are kept as they
/// are; only a missing or repeated one is completed.
public final class HeaderNames {

  private static final int LONG_NAME = 128;
  private static final int SHOWN = 60;

  private final List<String> names = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  private HeaderNames() {}

  /// The names of this header.
  public static HeaderNames of(List<String> header) {
    HeaderNames result = new HeaderNames();
    Set<String> taken = new HashSet<>(header);
    Set<String> used = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (!name.isEmpty() && used.add(name)) {
        result.names.add(name);
        continue;
      }
      String fresh = name.isEmpty() ? "column " + (i + 1) : name + " (2)";
      for (int n = 3; taken.contains(fresh) || used.contains(fresh); n++) {
        fresh = (name.isEmpty() ? "column " + (i + 1) : name) + " (" + n + ")";
      }
      used.add(fresh);
      result.names.add(fresh);
      result.completed(i, name, fresh);
    }
    result.examine();
    return result;
  }

  /// The names in file order, distinct.
  public List<String> names() {
    return List.copyOf(names);
  }

  /// What the user should know about them.
  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  private void completed(int index, String name, String fresh) {
    if (name.isEmpty()) {
      warn(
          "TABLE-UNNAMED-COLUMN",
          "Column " + (index + 1) + " has no name; it is called '" + fresh + "'.",
          "Name the column in the file's header.");
    } else {
      warn(
          "TABLE-DUPLICATE-COLUMN",
          "Column "
              + (index + 1)
              + " is the second one called '"
              + shown(name)
              + "'; it is called '"
              + shown(fresh)
              + "'.",
          "Give the columns of the file different names.");
    }
  }

  private void examine() {
    Map<String, String> looks = new HashMap<>();
    for (String name : names) {
      String before = looks.putIfAbsent(look(name), name);
      if (before != null) {
        warn(
            "TABLE-CONFUSABLE-COLUMNS",
            "The columns '"
                + shown(before)
                + "' and '"
                + shown(name)
                + "' differ only in case, blanks or invisible characters.",
            "Rename one of them, so that nobody takes one for the other.");
      }
      if (!name.equals(Visible.of(name))) {
        warn(
            "TABLE-INVISIBLE-CHARACTERS",
            "The column name '"
                + shown(name)
                + "' holds invisible or direction-changing characters.",
            "Rename the column; they are shown as escapes until then.");
      }
      if (!name.equals(name.strip())) {
        warn(
            "TABLE-BLANKS",
            "The column name '" + shown(name) + "' begins or ends with a blank.",
            "Remove the blank, or write it in descriptions and options too.");
      }
      if (name.length() > LONG_NAME) {
        warn(
            "TABLE-LONG-NAME",
            "The column name '" + shown(name) + "' is cut where it is shown.",
            "Give the column a shorter name.");
      }
      if (name.indexOf('<') >= 0 && name.indexOf('>') >= 0) {
        warn(
            "TABLE-MARKUP",
            "The column name '" + shown(name) + "' holds markup; it is shown as text.",
            "Nothing needs to be done, but look at where the file comes from.");
      }
    }
  }

  private static String look(String name) {
    StringBuilder look = new StringBuilder();
    name.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT && !Character.isWhitespace(c))
        .forEach(look::appendCodePoint);
    return look.toString().toLowerCase(Locale.ROOT);
  }

  private static String shown(String name) {
    return Visible.of(name, SHOWN);
  }

  private void warn(String code, String sentence, String remedy) {
    warnings.add(new Warning(code, sentence, remedy));
  }
}
