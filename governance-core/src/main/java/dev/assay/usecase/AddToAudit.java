package dev.assay.usecase;

import dev.assay.audit.Addition;
import dev.assay.audit.Addition.Correction;
import dev.assay.audit.Additions;
import dev.assay.audit.Audit;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.regime.Answer.Document;
import dev.assay.regime.Regime;
import dev.assay.regime.ll144.StatementReader;
import dev.assay.store.GovernanceStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Adds to a recorded audit: regimes, answers with documents, statements, feedback. What stands
/// already is decided inside the transaction that writes, so that two people cannot both answer.
public final class AddToAudit {

  private static final String STATEMENT = "statement.yaml";
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_SHOWN = 80;
  private static final int SHORTEST_REASON = 3;

  private final Supplier<GovernanceStore> workspace;
  private final Clock clock;
  private final String person;

  /// @param workspace opens the workspace
  /// @param clock tells when things happen
  /// @param person who adds
  public AddToAudit(Supplier<GovernanceStore> workspace, Clock clock, String person) {
    this.workspace = workspace;
    this.clock = clock;
    this.person = person;
  }

  /// What was added, as it stands.
  public Additions load(String audit) {
    try (GovernanceStore store = workspace.get()) {
      return store.additions().of(audit);
    }
  }

  /// A file that came with an addition.
  ///
  /// @param sha256 in hexadecimal
  public byte[] file(String sha256) {
    try (GovernanceStore store = workspace.get()) {
      return store.additions().file(sha256);
    }
  }

  /// Holds an audit against a regime. Nothing happens when it is already held against this very
  /// text.
  ///
  /// @param why another text of the regime takes the place of an earlier one; only asked for then
  public Additions choose(String audit, Regime regime, String why) {
    HandedIn pack = pack(regime);
    return append(audit, pack.bytes(), (events, at) -> chosen(events, regime, pack, why, at));
  }

  /// An answer.
  ///
  /// @param text in words
  /// @param files what shows it
  /// @param keep whether the documents of an earlier answer stay with it
  public record Said(String text, List<Path> files, boolean keep) {}

  /// Answers a question of a regime, and holds the audit against it where it is not yet.
  ///
  /// @param said the answer
  /// @param why the answer takes the place of an earlier one; only asked for then
  public Additions answer(String audit, Regime regime, String clause, Said said, String why) {
    if (regime.clauses().stream().noneMatch(c -> c.id().equals(clause))) {
      throw new UsageError(
          "ADDITION-CLAUSE",
          "The regime "
              + regime.id()
              + " has no clause '"
              + Visible.of(clause, LONGEST_SHOWN)
              + "'.",
          "Give one of: "
              + String.join(", ", regime.clauses().stream().map(Regime.Clause::id).toList())
              + ".");
    }
    String text = needed(said.text(), "An answer");
    HandedIn handed = HandedIn.of(said.files());
    HandedIn pack = pack(regime);
    SortedMap<String, byte[]> bytes = new TreeMap<>(pack.bytes());
    bytes.putAll(handed.bytes());
    return append(
        audit,
        bytes,
        (events, at) -> {
          boolean held =
              Additions.standing(events).values().stream()
                  .anyMatch(
                      e -> e instanceof Addition.RegimeChosen c && c.regime().equals(regime.id()));
          List<Addition> next =
              new ArrayList<>(held ? List.of() : chosen(events, regime, pack, why, at));
          Addition.Answered answer =
              new Addition.Answered(
                  regime.id(), clause, text, handed.documents(), null, person, at);
          next.add(standingIn(events, answer, said.keep(), why));
          return next;
        });
  }

  /// The answer in the place of an earlier one.
  private static Addition standingIn(
      List<Addition> events, Addition.Answered answer, boolean keep, String why) {
    Set<Document> documents = new LinkedHashSet<>();
    if (keep) {
      Additions.standingFor(events, answer)
          .ifPresent(earlier -> documents.addAll(events.get(earlier).documents()));
    }
    documents.addAll(answer.documents());
    return new Addition.Answered(
        answer.regime(),
        answer.clause(),
        answer.text(),
        List.copyOf(documents),
        correction(events, answer, why, "The clause is answered already"),
        answer.by(),
        answer.at());
  }

  private List<Addition> chosen(
      List<Addition> events, Regime regime, HandedIn pack, String why, Instant at) {
    Addition.RegimeChosen chosen =
        new Addition.RegimeChosen(regime.id(), pack.documents().getFirst(), null, person, at);
    Integer earlier = Additions.standingFor(events, chosen).orElse(null);
    if (earlier != null
        && events.get(earlier) instanceof Addition.RegimeChosen stands
        && stands.pack().sha256().equals(chosen.pack().sha256())) {
      return List.of();
    }
    Correction correction =
        correction(events, chosen, why, "The audit is held against another text of this regime");
    return List.of(new Addition.RegimeChosen(regime.id(), chosen.pack(), correction, person, at));
  }

  /// Keeps what people state for a bias audit under Local Law 144, so that the report of the audit
  /// holds its tables.
  ///
  /// @param recorded the audit, which must hold the slices
  /// @param why it takes the place of an earlier one; only asked for then
  public Additions state(RecordedAudit recorded, Path statement, String why) {
    recorded.dossier().biasAudit(StatementReader.read(statement));
    return state(recorded, HandedIn.of(List.of(statement)), why);
  }

  /// The same for a statement that was filled in.
  ///
  /// @param statement its text
  public Additions state(RecordedAudit recorded, String statement, String why) {
    recorded.dossier().biasAudit(new StatementReader(STATEMENT).read(statement));
    return state(recorded, HandedIn.of(STATEMENT, statement.getBytes(StandardCharsets.UTF_8)), why);
  }

  private Additions state(RecordedAudit recorded, HandedIn handed, String why) {
    return append(
        recorded.audit().id(),
        handed.bytes(),
        (events, at) -> {
          Addition.Stated stated =
              new Addition.Stated(handed.documents().getFirst(), null, person, at);
          Correction correction = correction(events, stated, why, "There is a statement already");
          return List.of(new Addition.Stated(stated.statement(), correction, person, at));
        });
  }

  /// What users or operators say of the model.
  ///
  /// @param from whose it is
  /// @param text what they say
  /// @param slice the people it is about; empty = everybody
  /// @param incident what their records call it; may be empty
  /// @param finding id of the finding that it speaks to; may be empty
  public record Feedback(
      Addition.Source from,
      String text,
      SortedMap<String, String> slice,
      String incident,
      String finding) {}

  /// Records feedback.
  ///
  /// @param audit what it is about
  /// @param files what shows it
  /// @param replaces number of the feedback that it takes the place of; absent = none
  /// @param why it does
  public Additions feedback(
      Audit audit, Feedback given, List<Path> files, @Nullable Integer replaces, String why) {
    String said = needed(given.text(), "Feedback");
    if (!given.finding().isEmpty()
        && audit.findings().stream().noneMatch(f -> f.id().equals(given.finding()))) {
      throw new UsageError(
          "ADDITION-FINDING",
          "The audit has no finding '" + Visible.of(given.finding(), LONGEST_SHOWN) + "'.",
          "Give an id that audit.json names, or leave it away.");
    }
    HandedIn handed = HandedIn.of(files);
    return append(
        audit.id(),
        handed.bytes(),
        (events, at) -> {
          Correction correction = null;
          if (replaces != null) {
            requireFeedback(events, replaces);
            correction = new Correction(replaces, reason(why, "Feedback is replaced"));
          }
          return List.of(
              new Addition.FeedbackGiven(
                  given.from(),
                  said,
                  given.slice(),
                  given.incident().strip(),
                  given.finding(),
                  handed.documents(),
                  correction,
                  person,
                  at));
        });
  }

  private static void requireFeedback(List<Addition> events, int number) {
    if (!(Additions.standing(events).get(number) instanceof Addition.FeedbackGiven)) {
      throw new UsageError(
          "ADDITION-NUMBER",
          "No feedback of the number " + number + " stands.",
          "'assay feedback list' says the numbers.");
    }
  }

  private static @Nullable Correction correction(
      List<Addition> events, Addition next, String why, String sentence) {
    return Additions.standingFor(events, next)
        .map(earlier -> new Correction(earlier, reason(why, sentence)))
        .orElse(null);
  }

  private static String reason(String why, String sentence) {
    if (why.strip().length() < SHORTEST_REASON) {
      throw new UsageError(
          "ADDITION-WHY",
          sentence + ", and what takes its place needs a reason.",
          "Say why it changes (--why); the earlier one stays in the record.");
    }
    return why.strip();
  }

  private static String needed(String text, String what) {
    String said = text.strip();
    if (said.isEmpty()) {
      throw new UsageError("ADDITION-EMPTY", what + " needs words.", "Say something.");
    }
    if (said.length() > LONGEST_TEXT) {
      throw new UsageError(
          "ADDITION-LONG",
          what
              + " has at most "
              + LONGEST_TEXT
              + " characters, and this has "
              + said.length()
              + ".",
          "Say it shorter, and hand the rest in as a document.");
    }
    return said;
  }

  private static HandedIn pack(Regime regime) {
    return HandedIn.of(regime.id() + ".yaml", regime.text().getBytes(StandardCharsets.UTF_8));
  }

  private Additions append(String audit, SortedMap<String, byte[]> files, Act act) {
    try (GovernanceStore store = workspace.get()) {
      return store.additions().append(audit, files, events -> act.next(events, clock.instant()));
    }
  }

  @FunctionalInterface
  private interface Act {
    List<Addition> next(List<Addition> events, Instant at);
  }
}
