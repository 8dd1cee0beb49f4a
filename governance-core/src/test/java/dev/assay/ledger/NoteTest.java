package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTest {

  /// The example of Go's package golang.org/x/mod/sumdb/note, which defined the format.
  private static final String GO_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String GO_NOTE =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n"
          + "\n"
          + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  @Test
  void theNoteOfAnotherImplementationIsVerified() {
    VerifierKey key = VerifierKey.parse(GO_KEY);
    SignedNote note = SignedNote.parse(GO_NOTE);

    assertThat(key.signed(note)).isTrue();
    assertThat(key.line()).isEqualTo(GO_KEY);
    assertThat(note.written()).isEqualTo(GO_NOTE);
    assertThat(key.signed(new SignedNote(note.text() + "!\n", note.signatures()))).isFalse();
  }

  @Test
  void aSignedCheckpointComesBackAndItsKeyToo() {
    LogKey key = LogKey.generate("assay.local/1");
    Checkpoint checkpoint = new Checkpoint("assay.local/1", 12, FlatTree.leaf(3));

    SignedNote note = SignedNote.parse(key.sign(checkpoint.text()).written());
    LogKey again = LogKey.ofPem(key.pem(), VerifierKey.parse(key.verifier().line()));

    assertThat(Checkpoint.parse(note.text())).isEqualTo(checkpoint);
    assertThat(again.verifier().signed(note)).isTrue();
    assertThat(again.sign(checkpoint.text())).isEqualTo(note);
    assertThat(
            key.verifier()
                .isMeantBy(key.verifier().fingerprint().toLowerCase(java.util.Locale.ROOT)))
        .isTrue();
    assertThat(key.verifier().isMeantBy(LogKey.generate("assay.local/1").verifier().fingerprint()))
        .isFalse();
  }

  @Test
  void aSignatureCannotBeMovedToAnotherCheckpoint() {
    LogKey key = LogKey.generate("assay.local/1");
    List<SignedNote> notes = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      notes.add(key.sign(new Checkpoint("assay.local/1", i, FlatTree.leaf(i)).text()));
    }
    int refused = 0;
    for (SignedNote text : notes) {
      for (SignedNote other : notes) {
        boolean taken = key.verifier().signed(new SignedNote(text.text(), other.signatures()));
        assertThat(taken).isEqualTo(text == other);
        refused += taken ? 0 : 1;
      }
    }
    assertThat(refused).isEqualTo(210);
  }

  @Test
  void signaturesOfOthersArePassedOverAndAWrongOneOfTheKeyRefuses() {
    LogKey key = LogKey.generate("assay.local/1");
    LogKey witness = LogKey.generate("witness.example");
    String text = new Checkpoint("assay.local/1", 1, FlatTree.leaf(0)).text();
    SignedNote.Line ours = key.sign(text).signatures().getFirst();
    SignedNote.Line wrong = key.sign("another\n").signatures().getFirst();
    SignedNote.Line theirs = witness.sign(text).signatures().getFirst();

    assertThat(key.verifier().signed(new SignedNote(text, List.of(theirs, ours)))).isTrue();
    assertThat(key.verifier().signed(new SignedNote(text, List.of(theirs)))).isFalse();
    assertThat(key.verifier().signed(new SignedNote(text, List.of(ours, wrong)))).isFalse();
  }

  @Test
  void everyChangedByteOfANoteIsNoticed() {
    LogKey key = LogKey.generate("assay.local/1");
    String note = key.sign(new Checkpoint("assay.local/1", 12, FlatTree.leaf(3)).text()).written();
    for (int i = 0; i < note.length(); i++) {
      for (char other : new char[] {(char) (note.charAt(i) ^ 1), ' ', '\n', '0', 'A', '='}) {
        String changed = note.substring(0, i) + other + note.substring(i + 1);
        if (!changed.equals(note)) {
          assertThat(taken(key, changed)).as("character %d as %s", i, (int) other).isFalse();
        }
      }
    }
  }

  @Test
  void whatIsNoCheckpointNoteOrKeyIsRefused() {
    for (String text :
        List.of(
            "",
            "a\n1\n",
            "a\n01\n" + FlatTree.leaf(1).base64() + "\n",
            "a\n-1\n" + FlatTree.leaf(1).base64() + "\n",
            "a\n1\nAAAA\n",
            "\n1\n" + FlatTree.leaf(1).base64() + "\n")) {
      assertThatThrownBy(() -> Checkpoint.parse(text)).as(text).isInstanceOf(MalformedLedger.class);
    }
    for (String text :
        List.of(
            "",
            "a",
            "a\n\n",
            "a\n\n— b\n",
            "a\n\n— b AAAA\n",
            "a\n\n— b !!!!\n",
            "a\t\n\n— b AAAAAAAA\n")) {
      assertThatThrownBy(() -> SignedNote.parse(text)).as(text).isInstanceOf(MalformedLedger.class);
    }
    for (String text :
        List.of("", "a+b+c", GO_KEY.replace("c74f", "c74e"), GO_KEY.replace("+AR", "+AB"))) {
      assertThatThrownBy(() -> VerifierKey.parse(text))
          .as(text)
          .isInstanceOf(MalformedLedger.class);
    }
    VerifierKey other = LogKey.generate("x").verifier();
    String pem = LogKey.generate("x").pem();
    assertThatThrownBy(() -> LogKey.ofPem(pem, other))
        .isInstanceOf(MalformedLedger.class)
        .hasMessage("it is the key of another log");
    assertThatThrownBy(() -> LogKey.ofPem("nothing", other)).isInstanceOf(MalformedLedger.class);
  }

  private static boolean taken(LogKey key, String note) {
    try {
      SignedNote read = SignedNote.parse(note);
      Checkpoint.parse(read.text());
      return key.verifier().signed(read);
    } catch (MalformedLedger e) {
      return false;
    }
  }
}
