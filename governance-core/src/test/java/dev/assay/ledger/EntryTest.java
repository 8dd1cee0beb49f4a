package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.Digest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntryTest {

  private static final Digest PAYLOAD = Digest.of(new byte[] {1});
  private static final Instant TIME = Instant.parse("2026-11-25T18:00:00.120Z");
  private static final Entry ENTRY = Entry.of("audit", "01k9", PAYLOAD, "Ada", TIME);

  @Test
  void bytesAreCanonicalJson() {
    assertThat(new String(ENTRY.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"actor\":\"Ada\",\"format\":\"assay.entry/1\",\"kind\":\"audit\",\"payload\":\""
                + PAYLOAD.sha256()
                + "\",\"subject\":\"01k9\",\"time\":\"2026-11-25T18:00:00.120Z\"}");
  }

  @Test
  void parseGivesBackWhatWasWritten() {
    for (Entry entry :
        List.of(
            ENTRY,
            ENTRY.after("a note\n"),
            ENTRY.correcting(3, "wrong label"),
            ENTRY.because("restored"),
            Entry.of(
                "review", "\u0000\u001f\"\\/\u2028 ä 😀", PAYLOAD, "\b\t\n\f\r\u007f", TIME))) {
      assertThat(Entry.parse(entry.bytes())).isEqualTo(entry);
    }
  }

  @Test
  void halvesOfCharactersAreReplacedSoThatBytesAndTextAgree() {
    Entry entry = Entry.of("audit", "a\ud800b", PAYLOAD, "\udc00", TIME);
    assertThat(entry.subject()).isEqualTo("a\ufffdb");
    assertThat(Entry.parse(entry.bytes())).isEqualTo(entry);
  }

  @Test
  void everyOtherWayOfWritingItIsRefused() {
    String text = new String(ENTRY.bytes(), StandardCharsets.UTF_8);
    for (String other :
        List.of(
            text + " ",
            text.replace(":", ": "),
            text.replace("\"Ada\"", "\"\\u0041da\""),
            text.replace("\"kind\":\"audit\"", "\"kind\":\"audit\",\"kind\":\"audit\""),
            text.replace("\"kind\":\"audit\"", "\"kind\":\"Audit\""),
            text.replace(".120Z", ".12Z"),
            text.replace("entry/1", "entry/2"),
            text.replace("}", ",\"zzz\":\"\"}"),
            text.replace("\"Ada\"", "1"),
            "{}",
            "[]",
            "")) {
      assertThatThrownBy(() -> Entry.parse(other.getBytes(StandardCharsets.UTF_8)))
          .as(other)
          .isInstanceOf(MalformedLedger.class);
    }
  }

  /// Bytes that one reads in a single pass and the other as any JSON, changed in every place.
  @Test
  void changedBytesAreRefusedOrGiveAnEntryOfTheseBytes() {
    Random random = new Random(3);
    byte[] bytes = ENTRY.after("a note\n").correcting(3, "wrong").bytes();
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(bytes.length)] = (byte) random.nextInt(i % 2 == 0 ? 256 : 128);
      try {
        assertThat(Entry.parse(changed).bytes()).isEqualTo(changed);
        read++;
      } catch (MalformedLedger refused) {
        assertThat(refused.why()).isNotBlank();
      }
    }
    assertThat(read).isBetween(1_000, 15_000);
  }

  @Test
  void timesAreWrittenAndReadAsInstantsAre() {
    Random random = new Random(4);
    long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    for (int i = 0; i < 20_000; i++) {
      long second = random.nextLong(first, last + 1);
      long nanos = random.nextLong(1_000) * (long) Math.pow(1_000, random.nextInt(3));
      Instant time = Instant.ofEpochSecond(i % 5 == 0 ? second / 60 * 60 : second, nanos);
      assertThat(UtcText.of(time)).isEqualTo(time.toString());
      assertThat(UtcText.read(time.toString())).isEqualTo(time);
    }
    for (String other :
        List.of("2026-02-29T00:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01 00:00:00Z", "now")) {
      assertThatThrownBy(() -> UtcText.read(other)).isInstanceOf(DateTimeException.class);
    }
    assertThat(UtcText.read("2026-01-01T24:00:00Z")).isEqualTo("2026-01-02T00:00:00Z");
    assertThatThrownBy(() -> Entry.of("audit", "a", PAYLOAD, "Ada", Instant.MAX))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCorrectionWithoutAReasonIsRefused() {
    assertThatThrownBy(() -> ENTRY.correcting(3, "  "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ENTRY.correcting(-1, "wrong"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProofComesBackAndProvesOnlyItsEntry() {
    FlatTree nodes = new FlatTree(9);
    MerkleTree tree = new MerkleTree(9, nodes);
    LogKey key = LogKey.generate("assay.local/1");
    Checkpoint checkpoint = new Checkpoint("assay.local/1", 9, tree.root());
    InclusionProof proof =
        new InclusionProof(4, tree.inclusion(4), key.sign(checkpoint.text()).written());

    InclusionProof read = InclusionProof.parse(proof.written());

    assertThat(read).isEqualTo(proof);
    assertThat(read.proves(nodes.complete(0, 4), checkpoint)).isTrue();
    assertThat(read.proves(nodes.complete(0, 5), checkpoint)).isFalse();
    for (String other :
        List.of(
            "",
            proof.written().replace("index 4", "index 04"),
            proof.written().replace("@v1", "@v2"),
            proof.written().replace("index 4", "index -4"),
            proof.written().replaceFirst("=\n", "\n"))) {
      assertThatThrownBy(() -> InclusionProof.parse(other))
          .as(other)
          .isInstanceOf(MalformedLedger.class);
    }
  }
}
