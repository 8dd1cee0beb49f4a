package dev.assay.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.common.Digest;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.LogKey;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.Dsse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bundles in which people signed, changed by somebody who holds the log's key and so can write
/// log, proofs and manifest anew: only the signatures of people stand against it.
class SignedBundleTest {

  private static final String AUDIT = "a1";
  private static final SignedSample SAMPLE = new SignedSample("000000000001", AUDIT);
  private static final byte[] ZIP = SAMPLE.zip(AUDIT, SAMPLE.acts());
  private static final int FIRST_SIGN_OFF = 4;
  private static final int LAST_SIGN_OFF = 6;

  @TempDir Path folder;

  @Test
  void aBundleSaysWhoSignedAndThatTheKeyWasRevokedLater() {
    List<Answer> answers = new EvidenceVerifier(null, null).archive(ZIP);
    assertThat(answers).allSatisfy(a -> assertThat(a.faults()).isEmpty());
    assertThat(answers.get(1).details())
        .hasSize(3)
        .last()
        .asString()
        .startsWith("Audit a1: approval by Barbara (barbara) on 2026-11-25T18:00:06.006Z, entry 8")
        .contains("valid then, revoked on ");
  }

  @Test
  void everySignatureThatWasMovedIsRefused() {
    List<byte[]> variants = transplants();
    int refused = 0;
    for (byte[] variant : variants) {
      List<Answer> answers = new EvidenceVerifier(null, null).archive(variant);
      assertThat(answers.get(0).faults()).isEmpty();
      assertThat(answers.get(2).faults()).isEmpty();
      assertThat(answers.get(1).state()).as("variant %d", refused).isEqualTo(State.NO);
      assertThat(answers.get(1).faults()).allMatch(f -> f.startsWith("ledger/payloads/"));
      refused++;
    }
    System.out.println("moved signatures: " + refused + " of " + variants.size() + " refused");
    assertThat(refused).isGreaterThanOrEqualTo(200);
  }

  /// Each whole but for one signature that belongs elsewhere.
  private List<byte[]> transplants() {
    SignedSample otherStore = new SignedSample("000000000002", AUDIT);
    SignedSample otherAudit = new SignedSample("000000000001", "a2");
    List<byte[]> zips = new ArrayList<>();
    for (int at = FIRST_SIGN_OFF; at <= LAST_SIGN_OFF; at++) {
      Act act = Act.parse(SAMPLE.acts().get(at));
      Dsse envelope = Dsse.parse(act.document());
      moved(at, envelope, otherStore, otherAudit, zips);
      // Under other documents: every name, every digest, one more, one fewer.
      for (String name : act.subjects().keySet()) {
        for (String other : List.of("documents/audit.json", "documents/policy.yaml", "none")) {
          zips.add(with(at, forged(envelope, s -> rename(s, name, other), name + other)));
        }
        for (int n = 0; n < 8; n++) {
          String digest = Digest.of(new byte[n]).sha256();
          zips.add(with(at, forged(envelope, s -> redirect(s, name, digest), name)));
        }
      }
      fields(at, act, envelope, zips);
      strangers(at, act, envelope, zips);
    }
    return zips;
  }

  private static void moved(
      int at, Dsse envelope, SignedSample otherStore, SignedSample otherAudit, List<byte[]> zips) {
    // Between workspaces and audits, also with the keys of the people enrolled here.
    zips.add(with(at, otherStore.acts().get(at)));
    zips.add(with(at, otherAudit.acts().get(at)));
    // Between acts of one audit: the whole act, and only its signature.
    for (int from = 0; from < SAMPLE.acts().size(); from++) {
      if (from != at) {
        zips.add(with(at, SAMPLE.acts().get(from)));
        zips.add(
            with(
                at,
                new Dsse(
                        envelope.payload(),
                        Dsse.parse(SAMPLE.acts().get(from)).signatures().subList(0, 1))
                    .bytes()));
        zips.add(
            with(
                at,
                new Dsse(Dsse.parse(SAMPLE.acts().get(from)).payload(), envelope.signatures())
                    .bytes()));
      }
    }
  }

  /// With another meaning, name, time, person, place in the log, register, order.
  private static void fields(int at, Act act, Dsse envelope, List<byte[]> zips) {
    for (String field : act.fields().keySet()) {
      for (Object value :
          List.of("approval", "Barbara", "2026-11-25T18:00:03.003Z", "barbara", "", 7L)) {
        if (!value.equals(act.fields().get(field))) {
          zips.add(with(at, forged(envelope, s -> set(s, field, value), field)));
        }
      }
    }
    for (String kind : List.of("approved", "rejected", "reviewed", "submitted", "withdrawn")) {
      if (!kind.equals(act.kind().word())) {
        zips.add(with(at, forged(envelope, s -> set(s, "act", kind), kind)));
      }
    }
  }

  /// Signed by somebody else, in the name of the same.
  private static void strangers(int at, Act act, Dsse envelope, List<byte[]> zips) {
    LogKey stranger = LogKey.generate("person/" + act.person());
    byte[] again = stranger.sign(Dsse.signed(envelope.payload()));
    String line = SAMPLE.key(act.person()).verifier().line();
    zips.add(with(at, signed(envelope, line, again)));
    zips.add(with(at, signed(envelope, stranger.verifier().line(), again)));
    byte[] two = Arrays.copyOf(again, again.length);
    zips.add(
        with(
            at,
            new Dsse(
                    envelope.payload(),
                    List.of(
                        envelope.signatures().getFirst(),
                        new Dsse.Signature(stranger.verifier().line(), two)))
                .bytes()));
  }

  private static byte[] signed(Dsse envelope, String line, byte[] signature) {
    return new Dsse(envelope.payload(), List.of(new Dsse.Signature(line, signature))).bytes();
  }

  private static byte[] with(int at, byte[] act) {
    List<byte[]> acts = new ArrayList<>(SAMPLE.acts());
    acts.set(at, act);
    return SAMPLE.zip(AUDIT, acts);
  }

  /// What somebody writes who changes the statement and keeps the signature.
  private static byte[] forged(Dsse envelope, Change change, String what) {
    SortedMap<String, Object> statement = CanonicalJson.parse(envelope.payload());
    change.on(statement);
    byte[] payload = CanonicalJson.bytes(statement);
    assertThat(what).isNotNull();
    return new Dsse(payload, envelope.signatures()).bytes();
  }

  @SuppressWarnings("unchecked")
  private static void set(Map<String, Object> statement, String field, Object value) {
    ((Map<String, Object>) statement.get("predicate")).put(field, value);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> subject(Map<String, Object> statement, String name) {
    return ((List<Map<String, Object>>) statement.get("subject"))
        .stream().filter(s -> name.equals(s.get("name"))).findFirst().orElseThrow();
  }

  private static void rename(Map<String, Object> statement, String name, String other) {
    subject(statement, name).put("name", name.equals(other) ? "documents/zz.json" : other);
  }

  private static void redirect(Map<String, Object> statement, String name, String digest) {
    subject(statement, name).put("digest", new TreeMap<>(Map.of("sha256", digest)));
  }

  @Test
  void scriptAndJavaAgreeOnChangedBundlesOfPeople() throws Exception {
    int count = Integer.getInteger("assay.bundles.signed", 300);
    if (!PythonVerifier.present()) {
      System.out.println("python3 is absent: 0 of " + count + " signed bundles were compared");
      org.junit.jupiter.api.Assumptions.abort("python3 is absent");
    }
    Path receipt = Files.writeString(folder.resolve("receipt"), SAMPLE.head(4).written());
    EvidenceVerifier java = new EvidenceVerifier(SAMPLE.head(4), null);
    Random random = new Random(count);
    int refused = 0;
    try (PythonVerifier python = PythonVerifier.start(folder, receipt)) {
      assertThat(python.answers(ZIP)).isEqualTo(EvidenceTest.words(java.archive(ZIP)));
      for (int i = 0; i < count; i++) {
        byte[] changed = random.nextInt(4) == 0 ? Mutation.of(ZIP, random) : rewritten(random);
        List<Answer> answers = java.archive(changed);
        refused += answers.stream().anyMatch(a -> a.state() == State.NO) ? 1 : 0;
        assertThat(python.answers(changed))
            .as("signed bundle %d: %s", i, answers)
            .isEqualTo(EvidenceTest.words(answers));
      }
    }
    System.out.println(
        "signed bundles: Java and Python agree on " + count + ", " + refused + " refused");
    assertThat(refused).isGreaterThan(count / 2);
  }

  /// The log written anew over acts that were dropped, swapped, repeated or changed; sometimes
  /// their signers sign what was changed.
  private static byte[] rewritten(Random random) {
    List<byte[]> acts = new ArrayList<>(SAMPLE.acts());
    int at = random.nextInt(acts.size());
    int other = random.nextInt(acts.size());
    switch (random.nextInt(6)) {
      case 0 -> acts.remove(at);
      case 1 -> acts.set(at, acts.get(other));
      case 2 -> acts.add(other, acts.get(at));
      default -> acts.set(at, changed(acts.get(at), random));
    }
    return SAMPLE.zip(AUDIT, acts);
  }

  private static byte[] changed(byte[] document, Random random) {
    Dsse envelope = Dsse.parse(document);
    SortedMap<String, Object> statement = CanonicalJson.parse(envelope.payload());
    @SuppressWarnings("unchecked")
    Map<String, Object> predicate = (Map<String, Object>) statement.get("predicate");
    List<String> fields = List.copyOf(predicate.keySet());
    String field = fields.get(random.nextInt(fields.size()));
    List<Object> values =
        List.of(
            "ada",
            "alan",
            "grace",
            "barbara",
            "",
            "approved",
            "enrolled",
            "rotated",
            "set",
            "restored",
            "clock",
            7L,
            List.of("administrator", "author"),
            List.of("king"),
            Map.of("size", 1L));
    switch (random.nextInt(3)) {
      case 0 -> predicate.remove(field);
      default -> predicate.put(field, values.get(random.nextInt(values.size())));
    }
    byte[] payload = CanonicalJson.bytes(statement);
    if (random.nextBoolean()) {
      return new Dsse(payload, envelope.signatures()).bytes();
    }
    List<Dsse.Signature> signatures = new ArrayList<>();
    for (Dsse.Signature one : envelope.signatures()) {
      String person = one.keyId().substring("person/".length(), one.keyId().indexOf('+'));
      signatures.add(
          new Dsse.Signature(one.keyId(), SAMPLE.key(person).sign(Dsse.signed(payload))));
    }
    return new Dsse(payload, signatures).bytes();
  }

  @FunctionalInterface
  private interface Change {
    void on(Map<String, Object> statement);
  }
}
