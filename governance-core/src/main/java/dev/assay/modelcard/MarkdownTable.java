package dev.assay.modelcard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A table in Markdown; cells are escaped here.
final class MarkdownTable {

  private final StringBuilder lines = new StringBuilder();

  /// @param heads column names; those that start with `>` are numbers and right-aligned
  MarkdownTable(String... heads) {
    List<String> names = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    for (String head : heads) {
      boolean number = head.startsWith(">");
      names.add(number ? head.substring(1) : head);
      rules.add(number ? "---:" : "---");
    }
    escaped(names.stream().map(MarkdownText::of).toList());
    escaped(Collections.unmodifiableList(rules));
  }

  MarkdownTable row(String... cells) {
    escaped(List.of(cells).stream().map(MarkdownText::of).toList());
    return this;
  }

  private void escaped(List<String> cells) {
    lines.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
