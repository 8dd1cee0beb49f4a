package dev.assay.app.gui.policy;

import dev.assay.app.gui.draft.PolicyDraft;
import dev.assay.common.Visible;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import dev.assay.usecase.OwnPolicies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A line of the list of policies.
sealed interface PolicyItem {

  /// The longest name that is shown.
  int LONGEST = 60;

  /// One that comes with Assay.
  record BuiltIn(Policy policy) implements PolicyItem {}

  /// A file of the user's folder.
  record Own(Path file, Policy policy) implements PolicyItem {}

  /// A file of the user's folder that cannot be read.
  record Broken(Path file, String refusal) implements PolicyItem {}

  /// One that is being edited.
  record Draft(PolicyDraft draft) implements PolicyItem {}

  /// What is edited first, then the user's own, then what comes with Assay.
  static List<PolicyItem> all(List<PolicyDraft> drafts, List<OwnPolicies.Entry> entries) {
    List<PolicyItem> items = new ArrayList<>();
    drafts.forEach(draft -> items.add(new Draft(draft)));
    for (OwnPolicies.Entry entry : entries) {
      Policy policy = entry.policy();
      items.add(
          policy == null
              ? new Broken(entry.file(), entry.refusal())
              : new Own(entry.file(), policy));
    }
    Policies.builtIn().forEach(policy -> items.add(new BuiltIn(policy)));
    return List.copyOf(items);
  }

  /// Its name for people.
  default String name() {
    return Visible.of(
        switch (this) {
          case BuiltIn builtIn -> builtIn.policy().title();
          case Own own -> own.policy().title();
          case Broken broken -> String.valueOf(broken.file().getFileName());
          case Draft draft -> draft.draft().title();
        },
        LONGEST);
  }

  /// What it is, in a few words.
  default String kind() {
    return switch (this) {
      case BuiltIn builtIn -> "comes with Assay · " + rules(builtIn.policy());
      case Own own -> "yours · " + rules(own.policy());
      case Broken ignored -> "✗ cannot be read";
      case Draft draft -> draft.draft().isChanged() ? "● being edited, not saved" : "being edited";
    };
  }

  /// What names it on the command line: the id, or the file.
  default List<String> command() {
    return switch (this) {
      case BuiltIn builtIn -> List.of("policy", "show", builtIn.policy().id());
      case Own own -> List.of("policy", "show", own.file().toString());
      case Broken broken -> List.of("policy", "check", broken.file().toString());
      case Draft draft ->
          draft.draft().file() == null
              ? List.of()
              : List.of("policy", "check", String.valueOf(draft.draft().file()));
    };
  }

  private static String rules(Policy policy) {
    int count = policy.rules().size();
    return count + (count == 1 ? " rule" : " rules");
  }
}
