package dev.assay.modelcard;

import java.util.List;
import java.util.stream.Collectors;

/// How much of what only people can write is written.
///
/// @param written expected sections that are written
/// @param expected sections that a complete card has, more than 0
/// @param missing the others, in the order of the card
public record Completeness(int written, int expected, List<NarrativeSection> missing) {

  private static final int NAMED = 3;

  /// @param purpose the purpose that was given with the audit; it stands as the intended use where
  ///   nobody wrote one
  public static Completeness of(Narrative narrative, String purpose) {
    List<NarrativeSection> expected = NarrativeSection.expected();
    List<NarrativeSection> missing =
        expected.stream().filter(s -> !isWritten(s, narrative, purpose)).toList();
    return new Completeness(expected.size() - missing.size(), expected.size(), missing);
  }

  /// Whether the section is written, or follows from the audit.
  public static boolean isWritten(NarrativeSection section, Narrative narrative, String purpose) {
    return narrative.has(section)
        || (section == NarrativeSection.INTENDED_USE && !purpose.isBlank());
  }

  /// Whether nothing is missing.
  public boolean isComplete() {
    return missing.isEmpty();
  }

  /// Share of the expected sections that is written, 0 to 1.
  public double share() {
    return (double) written / expected;
  }

  /// "9 of 14 expected sections are written; missing: Licence, Contact and 3 more."
  public String words() {
    if (isComplete()) {
      return "All " + expected + " expected sections are written.";
    }
    String named =
        missing.stream()
            .limit(NAMED)
            .map(NarrativeSection::heading)
            .collect(Collectors.joining(", "));
    int more = missing.size() - Math.min(NAMED, missing.size());
    return written
        + " of "
        + expected
        + " expected sections are written; missing: "
        + named
        + (more == 0 ? "." : " and " + more + " more.");
  }
}
