package dev.assay.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.Question;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.LogKey;
import dev.assay.ledger.Receipt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {

  private static final SampleBundle SAMPLE = new SampleBundle(7);
  private static final byte[] ZIP = SAMPLE.zip();

  /// From so many on, each processor compares a part, with a script of its own.
  private static final int MANY = 2_000;

  private static final List<String> TIMES =
      List.of(
          "2026-11-25T18:00:00Z",
          "0000-02-29T23:59:59.999999999Z",
          "1900-02-29T00:00:00Z",
          "2026-13-01T00:00:00Z",
          "2026-00-01T00:00:00Z",
          "2026-04-31T00:00:00Z",
          "2026-04-00T00:00:00Z",
          "2026-04-01T24:00:00Z",
          "2026-04-01T23:60:00Z",
          "2016-12-31T23:59:60Z",
          "2026-04-01T00:00:00.000Z",
          "2026-04-01T00:00:00.100000Z",
          "2026-04-01T00:00:00.1Z",
          "2026-04-01T00:00:00.000001Z",
          "2026-04-01T00:00Z",
          "2026-04-01T00:00:00+00:00",
          "+12026-04-01T00:00:00Z",
          "-0001-04-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void aBundleAsItWasExportedIsIntactAndTheSameEachTime() {
    assertThat(SAMPLE.zip()).isEqualTo(ZIP);
    assertThat(states(new EvidenceVerifier(null, null).archive(ZIP)))
        .containsExactly(State.YES, State.YES, State.YES, State.NOT_ASKED);
    for (int size = 1; size <= 7; size++) {
      String fingerprint = SAMPLE.key.verifier().fingerprint();
      assertThat(states(new EvidenceVerifier(SAMPLE.head(size), fingerprint).archive(ZIP)))
          .containsOnly(State.YES);
    }
  }

  @Test
  void otherProgramsUnpackIt() throws Exception {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(ZIP))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    assertThat(files).containsKeys("verify.py", "FORMAT.md", "report.html", "ledger/checkpoint");
    assertThat(states(new EvidenceVerifier(null, null).files(files)))
        .containsExactly(State.YES, State.YES, State.YES, State.NOT_ASKED);
  }

  @Test
  void everyChangedFileIsNamedHoweverItWasPacked() throws Exception {
    SortedMap<String, byte[]> whole = StoredZip.read(ZIP);
    for (String name : whole.keySet()) {
      for (int position : new int[] {0, whole.get(name).length / 2, whole.get(name).length - 1}) {
        SortedMap<String, byte[]> changed = new TreeMap<>(whole);
        byte[] content = whole.get(name).clone();
        content[position] ^= 1;
        changed.put(name, content);
        for (byte[] zip : List.of(StoredZip.write(changed), packedByOthers(changed))) {
          List<Answer> answers = new EvidenceVerifier(null, null).archive(zip);
          assertThat(answers).anyMatch(answer -> answer.state() == State.NO);
          assertThat(answers.stream().flatMap(a -> a.faults().stream()))
              .as("%s at %d", name, position)
              .anyMatch(fault -> fault.startsWith(name + ": "));
        }
      }
    }
  }

  @Test
  void missingAddedAndRepackedFilesAreNamed() throws Exception {
    SortedMap<String, byte[]> without = StoredZip.read(ZIP);
    without.remove("report.html");
    assertThat(faults(Question.BYTES, StoredZip.write(without)))
        .containsExactly("report.html: it is missing");
    SortedMap<String, byte[]> more = StoredZip.read(ZIP);
    more.put("zz\u202e.txt", new byte[0]);
    assertThat(faults(Question.BYTES, StoredZip.write(more)))
        .containsExactly("zz\\u202E.txt: it was added after the export");
    assertThat(faults(Question.BYTES, packedByOthers(StoredZip.read(ZIP))))
        .singleElement()
        .asString()
        .contains("unpack it and verify the folder");
  }

  @Test
  void aSignatureFromAnotherBundleIsRefused() {
    SampleBundle other = new SampleBundle(7);
    for (String part :
        List.of(Manifest.FILE, "keys.json", "ledger/checkpoint", "ledger/proofs/1.tlog-proof")) {
      SortedMap<String, byte[]> mixed = StoredZip.read(ZIP);
      mixed.put(part, StoredZip.read(other.zip()).get(part));
      assertThat(new EvidenceVerifier(null, null).archive(StoredZip.write(mixed)))
          .as(part)
          .anyMatch(
              answer -> answer.state() == State.NO && answer.faults().toString().contains(part));
    }
  }

  @Test
  void aBundleMadeAnewIsRefusedByFingerprintAndByReceipt() {
    byte[] anew = new SampleBundle(7).zip();
    assertThat(
            states(new EvidenceVerifier(null, SAMPLE.key.verifier().fingerprint()).archive(anew)))
        .containsExactly(State.YES, State.NO, State.YES, State.NOT_ASKED);
    assertThat(states(new EvidenceVerifier(SAMPLE.head(3), null).archive(anew)))
        .containsExactly(State.YES, State.YES, State.YES, State.NO);
  }

  @Test
  void aReceiptOfALaterOrAnotherHistoryIsRefused() {
    byte[] shorter =
        Evidence.write(new TreeMap<>(), List.of(), List.of(), SAMPLE.head(1), SAMPLE.key::sign);
    assertThat(new EvidenceVerifier(SAMPLE.head(3), null).archive(shorter).getLast().state())
        .isEqualTo(State.NO);
    LogKey key = SAMPLE.key;
    Receipt forked =
        Receipt.of(
            key.verifier(),
            key.sign(
                new dev.assay.ledger.Checkpoint(
                        key.verifier().name(), 3, dev.assay.ledger.TreeHash.empty())
                    .text()));
    assertThat(new EvidenceVerifier(forked, null).archive(ZIP).getLast().faults())
        .containsExactly("the receipt: the first 3 entries are not those that it saw");
  }

  /// Times that look like one and are none; the calendar of the script is its own.
  @Test
  void scriptAndJavaAgreeOnTimes() throws Exception {
    String name = "ledger/entries/1.json";
    String entry = new String(StoredZip.read(ZIP).get(name), StandardCharsets.UTF_8);
    Path receipt = Files.writeString(folder.resolve("receipt"), SAMPLE.head(4).written());
    Assumptions.assumeTrue(PythonVerifier.present(), "python3 is absent");
    try (PythonVerifier python = PythonVerifier.start(folder, receipt)) {
      for (String time : TIMES) {
        SortedMap<String, byte[]> files = StoredZip.read(ZIP);
        String changed = entry.replaceAll("\"time\":\"[^\"]*\"", "\"time\":\"" + time + "\"");
        files.put(name, changed.getBytes(StandardCharsets.UTF_8));
        byte[] zip = StoredZip.write(files);
        List<Answer> answers = new EvidenceVerifier(SAMPLE.head(4), null).archive(zip);
        assertThat(answers.get(0).state()).isEqualTo(State.NO);
        assertThat(python.answers(zip)).as(time).isEqualTo(words(answers));
      }
    }
  }

  @Test
  void scriptAndJavaAgreeOnChangedBundles() throws Exception {
    agree(Integer.getInteger("assay.bundles", 600));
  }

  @Test
  @Tag("scale")
  void scriptAndJavaAgreeOnAHundredThousandChangedBundles() throws Exception {
    agree(100_000);
  }

  private void agree(int count) throws Exception {
    if (!PythonVerifier.present()) {
      System.out.println("python3 is absent: 0 of " + count + " changed bundles were compared");
      Assumptions.abort("python3 is absent");
    }
    int lanes = count < MANY ? 1 : Runtime.getRuntime().availableProcessors();
    int refused = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(lanes)) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int lane = 0; lane < lanes; lane++) {
        int share = count / lanes + (lane < count % lanes ? 1 : 0);
        Path own = Files.createDirectory(folder.resolve("lane" + lane));
        Random random = new Random(count + lane);
        running.add(threads.submit(() -> refused(own, share, random)));
      }
      for (Future<Integer> lane : running) {
        refused += lane.get();
      }
    }
    System.out.println(
        "changed bundles: Java and Python agree on " + count + ", " + refused + " refused");
  }

  /// How many of so many changed bundles both refuse; they say the same of each.
  private static int refused(Path own, int count, Random random) throws Exception {
    Path receipt = Files.writeString(own.resolve("receipt"), SAMPLE.head(4).written());
    EvidenceVerifier java = new EvidenceVerifier(SAMPLE.head(4), null);
    int refused = 0;
    try (PythonVerifier python = PythonVerifier.start(own, receipt)) {
      assertThat(python.answers(ZIP)).isEqualTo(words(java.archive(ZIP)));
      for (int i = 0; i < count; i++) {
        byte[] changed = Mutation.of(ZIP, random);
        List<Answer> answers = java.archive(changed);
        boolean no = answers.stream().anyMatch(answer -> answer.state() == State.NO);
        if (Arrays.equals(changed, ZIP) == no) {
          throw new AssertionError("mutation " + i + " is not judged rightly: " + answers);
        }
        refused += no ? 1 : 0;
        assertThat(python.answers(changed)).as("mutation %d", i).isEqualTo(words(answers));
      }
    }
    return refused;
  }

  static List<String> words(List<Answer> answers) {
    List<String> words = new ArrayList<>();
    for (Answer answer : answers) {
      List<String> files =
          answer.faults().stream()
              .map(f -> f.substring(0, f.indexOf(": ")))
              .distinct()
              .sorted()
              .toList();
      words.add(answer.question().word() + " " + answer.state().word() + " " + files);
    }
    return words;
  }

  private static List<State> states(List<Answer> answers) {
    return answers.stream().map(Answer::state).toList();
  }

  private static List<String> faults(Question question, byte[] zip) {
    return new EvidenceVerifier(null, null)
        .archive(zip).stream()
            .filter(a -> a.question() == question)
            .findFirst()
            .orElseThrow()
            .faults();
  }

  private static byte[] packedByOthers(Map<String, byte[]> files) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }
}
