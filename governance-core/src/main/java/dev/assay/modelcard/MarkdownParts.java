package dev.assay.modelcard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Parts a Markdown text at its headings, line by line: parsers of whole texts can take time that
/// grows with the square of their length, and these texts come from strangers.
public final class MarkdownParts {

  private static final int LONGEST_HEADING = 300;
  private static final int MOST_HEADINGS = 10_000;
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})([^`]*)");
  private static final Pattern HASHES = Pattern.compile(" {0,3}(#{1,6})(?:[ \\t]+(.*))?");
  private static final Pattern CLOSING = Pattern.compile("(?:^|[ \\t]+)#+[ \\t]*$");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:(=+)|(-+))[ \\t]*");
  private static final Pattern WORDS = Pattern.compile(" {0,3}[^\\s>*+|#`~=\\-\\d].*");
  private static final Pattern MARKUP = Pattern.compile("[*_`\\[\\]<&\\\\!]");

  private final List<Part> parts = new ArrayList<>();
  private final String text;
  private int level;
  private String heading = "";
  private int from;

  private MarkdownParts(String text) {
    this.text = text;
  }

  /// A heading and what stands below it, up to the next heading of any level.
  ///
  /// @param level 1 to 6; 0 for what stands before the first heading
  /// @param heading without markup
  /// @param body Markdown, without blank lines around
  public record Part(int level, String heading, String body) {}

  /// The parts of a text, from top to bottom, at its first 10,000 headings. Headings in code, lists
  /// and quotes part nothing.
  public static List<Part> of(String text) {
    MarkdownParts parts = new MarkdownParts(text);
    parts.read();
    return List.copyOf(parts.parts);
  }

  private void read() {
    String fence = "";
    String before = "";
    int beforeAt = 0;
    boolean alone = false;
    int at = 0;
    while (at < text.length() && parts.size() < MOST_HEADINGS) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      String line = text.substring(at, end < 0 ? text.length() : end);
      Matcher hashes = HASHES.matcher(line);
      Matcher underline = UNDERLINE.matcher(line);
      if (!fence.isEmpty()) {
        fence = closes(line, fence) ? "" : fence;
      } else if (FENCE.matcher(line).matches()) {
        fence = line.strip().replaceFirst("^(`+|~+).*", "$1");
      } else if (hashes.matches()) {
        String words = hashes.group(2) == null ? "" : hashes.group(2);
        begin(hashes.group(1).length(), CLOSING.matcher(words).replaceFirst(""), at, next);
        line = "";
      } else if (alone && underline.matches() && WORDS.matcher(before).matches()) {
        begin(underline.group(1) == null ? 2 : 1, before, beforeAt, next);
        line = "";
      }
      alone = before.isBlank() && !line.isBlank();
      before = line;
      beforeAt = at;
      at = next;
    }
    end(text.length());
  }

  private static boolean closes(String line, String fence) {
    String mark = line.strip();
    return mark.length() >= fence.length()
        && mark.chars().allMatch(c -> c == fence.charAt(0))
        && !line.startsWith("    ");
  }

  private void begin(int nextLevel, String words, int at, int next) {
    end(at);
    level = nextLevel;
    heading = plain(words.strip());
    from = next;
  }

  private void end(int at) {
    parts.add(new Part(level, heading, text.substring(from, at).strip()));
  }

  /// The words of a heading without its markup.
  private static String plain(String words) {
    String cut = words.length() > LONGEST_HEADING ? words.substring(0, LONGEST_HEADING) : words;
    if (!MARKUP.matcher(cut).find()) {
      return cut;
    }
    Node first = CardMarkdown.parse("# " + cut).getFirstChild();
    return first == null ? cut : inner(first).strip();
  }

  private static String inner(Node parent) {
    StringBuilder words = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      words.append(
          switch (node) {
            case Text part -> part.getLiteral();
            case Code code -> code.getLiteral();
            // decision: CommonMark's nodes are no sealed family; what is none of these holds others
            default -> inner(node);
          });
    }
    return words.toString();
  }
}
