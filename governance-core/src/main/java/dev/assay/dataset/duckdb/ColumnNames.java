package dev.assay.dataset.duckdb;

import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Makes the names of columns usable: every column has a name of its own, and whatever was strange
/// about it is said.
///
/// @param names in file order, unique
/// @param warnings what was changed, and what looks alike
record ColumnNames(List<String> names, List<Warning> warnings) {

  private static final int LONG = 200;

  static ColumnNames of(List<String> written) {
    List<String> names = new ArrayList<>();
    List<Warning> warnings = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < written.size(); i++) {
      String name = written.get(i);
      if (name.isBlank()) {
        name = free("column " + (i + 1), taken);
        warnings.add(
            warning(
                "TABLE-COLUMN-NAMELESS",
                "Column " + (i + 1) + " has no name; it is called '" + name + "' here.",
                "Name it in the file."));
      } else if (taken.contains(name)) {
        String other = free(name, taken);
        warnings.add(
            warning(
                "TABLE-DUPLICATE-COLUMN",
                "Two columns are called '"
                    + shown(name)
                    + "'; the later one, column "
                    + (i + 1)
                    + ", is called '"
                    + shown(other)
                    + "' here.",
                "Give every column a name of its own in the file."));
        name = other;
      }
      taken.add(name);
      names.add(name);
      strange(name, i).ifPresent(warnings::add);
    }
    alike(names, warnings);
    return new ColumnNames(List.copyOf(names), List.copyOf(warnings));
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    for (int n = 2; taken.contains(candidate); n++) {
      candidate = name + " (" + n + ")";
    }
    return candidate;
  }

  private static java.util.Optional<Warning> strange(String name, int at) {
    if (name.length() > LONG) {
      return java.util.Optional.of(
          warning(
              "TABLE-COLUMN-LONG",
              String.format(
                  Locale.ROOT, "The name of column %d has %,d characters.", at + 1, name.length()),
              "Give it a short name in the file."));
    }
    boolean hidden = !Visible.of(name).equals(name) || !name.strip().equals(name);
    boolean markup = name.indexOf('<') >= 0 || "=+-@".indexOf(name.charAt(0)) >= 0;
    if (hidden || markup) {
      return java.util.Optional.of(
          warning(
              "TABLE-COLUMN-STRANGE",
              "The name of column "
                  + (at + 1)
                  + ", '"
                  + shown(name)
                  + "', holds "
                  + (hidden
                      ? "characters that cannot be seen or blanks around it."
                      : "markup or the beginning of a formula."),
              "It is shown as text and harms nothing here; rename it if that is not meant."));
    }
    return java.util.Optional.empty();
  }

  private static void alike(List<String> names, List<Warning> warnings) {
    Map<String, String> seen = new HashMap<>();
    for (String name : names) {
      String same = name.replaceAll("\\p{Cf}", "").strip().toLowerCase(Locale.ROOT);
      String other = seen.putIfAbsent(same, name);
      if (other != null) {
        warnings.add(
            warning(
                "TABLE-COLUMN-ALIKE",
                "The columns '"
                    + shown(other)
                    + "' and '"
                    + shown(name)
                    + "' differ only in case, blanks or characters that cannot be seen.",
                "Check that they are meant to be two columns."));
      }
    }
  }

  private static Warning warning(String code, String sentence, String remedy) {
    return new Warning(code, sentence, remedy);
  }

  private static String shown(String name) {
    return Visible.of(name, 80);
  }
}
