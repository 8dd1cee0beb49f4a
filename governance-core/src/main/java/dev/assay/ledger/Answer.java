package dev.assay.ledger;

import java.util.List;
import java.util.Locale;

/// One of the four questions that a verification answers, each by itself: there is no single green
/// tick.
///
/// @param question what is asked
/// @param state whether it holds
/// @param sentence the answer in a sentence
/// @param faults what is not as it should be, each naming a file, a row or an entry
/// @param details what belongs to the answer, a sentence each: who signed
public record Answer(
    Question question, State state, String sentence, List<String> faults, List<String> details) {

  /// Keeps its own lists.
  public Answer {
    faults = List.copyOf(faults);
    details = List.copyOf(details);
  }

  /// An answer without details.
  public Answer(Question question, State state, String sentence, List<String> faults) {
    this(question, state, sentence, faults, List.of());
  }

  /// The same with details.
  public Answer with(List<String> more) {
    return new Answer(question, state, sentence, faults, more);
  }

  /// Yes.
  public static Answer yes(Question question, String sentence) {
    return new Answer(question, State.YES, sentence, List.of());
  }

  /// Nobody asked, or nothing to ask by was given.
  public static Answer notAsked(Question question, String sentence) {
    return new Answer(question, State.NOT_ASKED, sentence, List.of());
  }

  /// Yes when there are no faults, else no.
  ///
  /// @param yes the sentence without faults
  /// @param no the sentence with faults
  public static Answer of(Question question, List<String> faults, String yes, String no) {
    return faults.isEmpty() ? yes(question, yes) : new Answer(question, State.NO, no, faults);
  }

  /// What is asked.
  public enum Question {
    /// Is every byte the one that was recorded?
    BYTES,
    /// Whose signature is on it?
    SIGNATURES,
    /// Are the entries in the log, and where?
    INCLUSION,
    /// Does the log go on from the receipt that somebody holds?
    CONSISTENCY;

    /// Its word in JSON.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether it holds.
  public enum State {
    /// It holds.
    YES,
    /// It does not.
    NO,
    /// It was not asked.
    NOT_ASKED;

    /// Its word in JSON.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
