package dev.assay.audit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;

/// What becomes of a finding.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Disposition.FixRequired.class, name = "fix_required"),
  @JsonSubTypes.Type(
      value = Disposition.AcceptedWithMitigation.class,
      name = "accepted_with_mitigation"),
  @JsonSubTypes.Type(value = Disposition.NotApplicable.class, name = "not_applicable")
})
public sealed interface Disposition {

  /// For people: "fix required".
  default String word() {
    return switch (this) {
      case FixRequired ignored -> "fix required";
      case AcceptedWithMitigation ignored -> "accepted with mitigation";
      case NotApplicable ignored -> "not applicable";
    };
  }

  /// What was decided in a sentence without its rationale.
  default String sentence() {
    return switch (this) {
      case FixRequired f -> "To be fixed by " + f.owner() + " until " + f.due() + ".";
      case AcceptedWithMitigation a ->
          "Accepted until "
              + a.expiry()
              + " while "
              + a.owner()
              + " does this: "
              + ended(a.mitigation());
      case NotApplicable n -> "Does not apply: " + n.reason().words() + ".";
    };
  }

  private static String ended(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  /// Blocks use until a new run passes.
  ///
  /// @param owner who has to fix it
  /// @param due the last day for it
  record FixRequired(String owner, LocalDate due) implements Disposition {}

  /// Lived with for a while, under a measure that somebody answers for.
  ///
  /// @param mitigation the measure
  /// @param owner who answers for it
  /// @param expiry the last day on which the acceptance holds
  record AcceptedWithMitigation(String mitigation, String owner, LocalDate expiry)
      implements Disposition {}

  /// The rule does not speak of this case.
  ///
  /// @param reason why, as a code
  record NotApplicable(Reason reason) implements Disposition {}

  /// Why a rule does not apply.
  enum Reason {
    /// The model is not used for what the rule protects.
    OTHER_USE("used for something else"),
    /// The group is not served by the model.
    GROUP_NOT_SERVED("group is not served by the model"),
    /// The data show it, the process does not have it.
    ARTEFACT_OF_DATA("comes from the data, not the model"),
    /// Another finding says the same.
    COVERED_ELSEWHERE("covered by another finding");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /// For people.
    public String words() {
      return words;
    }
  }
}
