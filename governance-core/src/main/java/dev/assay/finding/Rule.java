package dev.assay.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.dataset.Task;
import java.util.List;
import java.util.SortedMap;

/// One rule of a policy.
///
/// @param id stable within the policy
/// @param title for people
/// @param severity how much breaking it matters
/// @param owner who has to act, may be empty
/// @param citation where it comes from, may be empty
/// @param why what the limit protects and why it is where it is, may be empty
/// @param tasks the tasks it speaks of; empty = every task
/// @param required whether a run that has nothing to judge by this rule lacks evidence; otherwise
///   the rule does not apply to such a run
/// @param question which fact has to be how
public record Rule(
    String id,
    String title,
    Severity severity,
    String owner,
    String citation,
    String why,
    List<Task> tasks,
    boolean required,
    Question question) {

  /// Whether the rule speaks of this task.
  public boolean speaksOf(Task task) {
    return tasks.isEmpty() || tasks.contains(task);
  }

  /// The rule in the words of policies, which is also its JSON: names resolved, what goes without
  /// saying said.
  @JsonValue
  public SortedMap<String, Object> words() {
    return RuleWords.of(this);
  }
}
