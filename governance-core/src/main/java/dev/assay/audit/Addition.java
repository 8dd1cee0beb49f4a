package dev.assay.audit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.regime.Answer;
import dev.assay.regime.Answer.Document;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something that people add to an audit after it was recorded: a regime that it is held against,
/// an answer with documents, a statement, what came back from use. Additions are only ever added; a
/// correction replaces an earlier one and says why.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Addition.RegimeChosen.class, name = "regime_chosen"),
  @JsonSubTypes.Type(value = Addition.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = Addition.Stated.class, name = "stated"),
  @JsonSubTypes.Type(value = Addition.FeedbackGiven.class, name = "feedback")
})
public sealed interface Addition {

  /// Who.
  String by();

  /// When, UTC.
  Instant at();

  /// The earlier addition that this one takes the place of; absent when none.
  @Nullable Correction correction();

  /// The files that came with it, kept by their digests.
  List<Document> documents();

  /// The kind as machines call it, the same as in JSON.
  default String kind() {
    return switch (this) {
      case RegimeChosen ignored -> "regime_chosen";
      case Answered ignored -> "answered";
      case Stated ignored -> "stated";
      case FeedbackGiven ignored -> "feedback";
    };
  }

  /// What takes the place of what, and why.
  ///
  /// @param entry number of the earlier addition, counted from 0
  /// @param why the reason
  record Correction(int entry, String why) {}

  /// The audit is held against a regime.
  ///
  /// @param regime id of the pack
  /// @param pack the pack's text, as it was that day
  record RegimeChosen(
      String regime, Document pack, @Nullable Correction correction, String by, Instant at)
      implements Addition {
    @Override
    public List<Document> documents() {
      return List.of(pack);
    }
  }

  /// A question of a regime was answered.
  ///
  /// @param regime id of the pack
  /// @param clause id of the clause
  /// @param text the answer
  /// @param documents what shows it
  record Answered(
      String regime,
      String clause,
      String text,
      List<Document> documents,
      @Nullable Correction correction,
      String by,
      Instant at)
      implements Addition {
    /// Copies.
    public Answered {
      documents = List.copyOf(documents);
    }

    /// What the regime is told.
    public Answer answer() {
      return new Answer(clause, text, documents, by, at);
    }
  }

  /// What people state for a bias audit under Local Law 144.
  ///
  /// @param statement its text
  record Stated(Document statement, @Nullable Correction correction, String by, Instant at)
      implements Addition {
    @Override
    public List<Document> documents() {
      return List.of(statement);
    }
  }

  /// Something that users or operators say of the model in use.
  ///
  /// @param from whose it is
  /// @param text what they say
  /// @param slice the people it is about, attribute → value; empty = everybody
  /// @param incident what their own records call the incident; empty when there is none
  /// @param finding id of the finding that it speaks to; empty when there is none
  /// @param documents what shows it
  record FeedbackGiven(
      Source from,
      String text,
      SortedMap<String, String> slice,
      String incident,
      String finding,
      List<Document> documents,
      @Nullable Correction correction,
      String by,
      Instant at)
      implements Addition {
    /// Copies.
    public FeedbackGiven {
      slice = new TreeMap<>(slice);
      documents = List.copyOf(documents);
    }
  }

  /// Whose feedback it is.
  enum Source {
    /// Who is decided about, or works with the decisions.
    USER("user"),
    /// Who runs the system.
    OPERATOR("operator");

    private final String word;

    Source(String word) {
      this.word = word;
    }

    /// For people.
    public String word() {
      return word;
    }
  }
}
