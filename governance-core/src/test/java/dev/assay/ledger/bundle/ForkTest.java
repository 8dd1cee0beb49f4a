package dev.assay.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two histories of one log, alike up to entry 1.
class ForkTest {

  private static final SampleBundle SEEN = new SampleBundle(6);
  private static final SampleBundle FOUND = new SampleBundle(9, SEEN.key, "Mallory");
  private static final byte[] WHOLE = Fork.between(SEEN.held(6), FOUND.held(9)).orElseThrow();

  @TempDir Path folder;

  @Test
  void bothSignedStatesAndTheEntriesInWhichTheyPartAreShown() {
    List<Answer> answers = new EvidenceVerifier(null, null).archive(WHOLE);

    assertThat(states(answers)).containsExactly(State.NOT_ASKED, State.YES, State.YES, State.NO);
    assertThat(answers.getLast().faults())
        .containsExactly(
            "fork/found/checkpoint: it contradicts fork/seen/checkpoint; the first 2 entries are"
                + " the same, entry 2 is not");
    assertThat(answers.getLast().details())
        .contains(
            "Entry 2 that was seen: review a1#2 by Grace on 2026-11-25T18:00:02.002Z.",
            "Entry 2 that was found: review a1#2 by Mallory on 2026-11-25T18:00:02.002Z.");
    assertThat(
            states(
                new EvidenceVerifier(null, new SampleBundle(1).key.verifier().line())
                    .archive(WHOLE)))
        .as("signed with another key than the one that is expected")
        .containsExactly(State.NOT_ASKED, State.NO, State.YES, State.NOT_ASKED);
  }

  @Test
  void aReceiptAloneShowsAForkOfALongerLogAndOfOneThatIsAsLong() {
    for (int size : new int[] {6, 9}) {
      byte[] evidence = Fork.between(Held.of(SEEN.head(6)), FOUND.held(size)).orElseThrow();
      assertThat(new EvidenceVerifier(null, null).archive(evidence).getLast().faults())
          .singleElement()
          .asString()
          .contains("the first 6 entries are not the same");
    }
  }

  @Test
  void statesOfOneHistoryAndStatesThatCannotBeComparedAreNoFork() {
    assertThat(Fork.between(SEEN.held(3), SEEN.held(6))).isEmpty();
    assertThat(Fork.between(Held.of(SEEN.head(6)), FOUND.held(5)))
        .as("the longer one may go on from the shorter one")
        .isEmpty();
    assertThat(Fork.between(SEEN.held(6), new SampleBundle(9).held(9)))
        .as("of another key")
        .isEmpty();
    SortedMap<String, byte[]> files = StoredZip.read(WHOLE);
    files.remove("fork/found/leaf-hashes");
    files.remove("fork/found/entries/2.json");
    assertThat(states(new EvidenceVerifier(null, null).files(files)))
        .containsExactly(State.NOT_ASKED, State.YES, State.YES, State.NOT_ASKED);
  }

  /// Nobody can make two states of one history, or a signature of another, into a fork.
  @Test
  void scriptAndJavaAgreeOnChangedEvidenceAndNoneOfItAccusesAnotherLog() throws Exception {
    Assumptions.assumeTrue(PythonVerifier.present(), "python3 is absent");
    int count = Integer.getInteger("assay.forks", 200);
    Random random = new Random(11);
    Path receipt = Files.writeString(folder.resolve("receipt"), SEEN.head(4).written());
    EvidenceVerifier java = new EvidenceVerifier(SEEN.head(4), null);
    int forks = 0;
    try (PythonVerifier python = PythonVerifier.start(folder, receipt)) {
      assertThat(python.answers(WHOLE)).isEqualTo(EvidenceTest.words(java.archive(WHOLE)));
      for (int i = 0; i < count; i++) {
        byte[] changed = Mutation.of(WHOLE, random);
        List<Answer> answers = java.archive(changed);
        assertThat(python.answers(changed))
            .as("mutation %d", i)
            .isEqualTo(EvidenceTest.words(answers));
        if (answers.getLast().sentence().startsWith("The log was forked")) {
          assertThat(answers.get(1).sentence()).contains(SEEN.key.verifier().fingerprint());
          forks++;
        }
      }
    }
    System.out.printf(
        "changed evidence of a fork: Java and Python agree on %,d, %,d still show it%n",
        count, forks);
  }

  @Test
  void theScriptSaysTheSameAboutAForkInWords() throws Exception {
    Assumptions.assumeTrue(PythonVerifier.present(), "python3 is absent");
    Path zip = Files.write(folder.resolve("fork.zip"), WHOLE);
    Files.write(folder.resolve("verify.py"), StoredZip.read(WHOLE).get("verify.py"));

    Process python =
        new ProcessBuilder("python3", folder.resolve("verify.py").toString(), zip.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(python.waitFor()).as(said).isEqualTo(1);
    Answer last = new EvidenceVerifier(null, null).archive(WHOLE).getLast();
    assertThat(said).contains(last.details()).contains(last.faults()).contains(last.sentence());
  }

  private static List<State> states(List<Answer> answers) {
    return answers.stream().map(Answer::state).toList();
  }
}
