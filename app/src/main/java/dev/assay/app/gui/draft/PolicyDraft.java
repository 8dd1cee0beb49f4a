package dev.assay.app.gui.draft;

import dev.assay.finding.Policies;
import dev.assay.finding.PolicyFault;
import dev.assay.usecase.OwnPolicies;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A policy while somebody edits it.
public final class PolicyDraft {

  private static final Pattern ID =
      Pattern.compile("^id:[ \\t]*[\"']?([^\"'\\s#]*)[\"']?.*$", Pattern.MULTILINE);
  private static final Pattern TITLE =
      Pattern.compile("^title:[ \\t]*[\"']?(.*?)[\"']?[ \\t]*$", Pattern.MULTILINE);

  private final String before;
  private @Nullable Path file;
  private String saved;
  private String text;

  private PolicyDraft(@Nullable Path file, String before, String saved, String text) {
    this.file = file;
    this.before = before;
    this.saved = saved;
    this.text = text;
  }

  /// A policy of the user's folder.
  public static PolicyDraft of(Path file, String text) {
    return new PolicyDraft(file, text, text, text);
  }

  /// A copy of a policy under an id and a title of its own.
  public static PolicyDraft copyOf(String original) {
    String id = first(ID, original);
    String copy = ID.matcher(original).replaceFirst(Matcher.quoteReplacement("id: my-" + id));
    String title = first(TITLE, copy);
    copy =
        TITLE
            .matcher(copy)
            .replaceFirst(Matcher.quoteReplacement("title: \"" + title + " (copy)\""));
    return new PolicyDraft(null, original, "", copy);
  }

  /// Its text.
  public String text() {
    return text;
  }

  /// The text was changed to this.
  public void edit(String changed) {
    text = changed;
  }

  /// What it was made from.
  public String before() {
    return before;
  }

  /// Where it lies; absent while it was never saved.
  public @Nullable Path file() {
    return file;
  }

  /// It was saved there.
  public void saved(Path there, String written) {
    file = there;
    saved = written;
  }

  /// Whether something would be lost.
  public boolean isChanged() {
    return !text.equals(saved);
  }

  /// The title that stands in the text now, else its id.
  public String title() {
    String title = first(TITLE, text);
    return title.isEmpty() ? first(ID, text) : title;
  }

  /// Everything that is wrong with a text, in the order of its lines. May be called on any thread.
  ///
  /// @param own where it will be saved
  /// @param over the file that it replaces
  public static List<PolicyFault> faults(String text, OwnPolicies own, @Nullable Path over) {
    List<PolicyFault> faults = Policies.faults(text);
    Matcher id = ID.matcher(text);
    if (!faults.isEmpty() || !id.find()) {
      return faults;
    }
    String taken = own.taken(Policies.parse(text, "").id(), over);
    if (taken.isEmpty()) {
      return faults;
    }
    int line = (int) text.substring(0, id.start()).chars().filter(c -> c == '\n').count() + 1;
    return List.of(
        new PolicyFault(
            line,
            "/id",
            "USAGE-POLICY-ID",
            taken.substring(0, taken.length() - 1),
            "Give your policy an id of its own."));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? String.valueOf(matcher.group(1)) : "";
  }
}
