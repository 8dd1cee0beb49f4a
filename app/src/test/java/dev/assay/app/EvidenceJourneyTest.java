package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// From the demo to evidence that others can verify.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceJourneyTest {

  private Path folder;
  private Path evidence;
  private Path workspace;

  @BeforeAll
  void demo(@TempDir Path shared) {
    folder = shared;
    Cli demo = Cli.run("demo", "--quiet", "--out", folder.resolve("demo").toString());
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    evidence = folder.resolve("demo").resolve("evidence.zip");
    workspace = folder.resolve("demo").resolve("demo.assay");
  }

  @Test
  void evidenceOfTheDemoIsIntact() {
    Cli verify = Cli.run("verify", "--json", evidence.toString());

    assertThat(verify.exitCode()).as(verify.err()).isZero();
    assertThat(verify.json().path("intact").asBoolean()).isTrue();
    assertThat(verify.json().path("kind").asString()).isEqualTo("evidence");
    assertThat(answers(verify.json()))
        .isEqualTo("bytes=yes signatures=yes inclusion=yes consistency=not_asked");
    assertThat(evidence.toFile().length()).isLessThan(5_000_000);
  }

  @Test
  void theDemoAuditsTheSampleOfTextsInAFolderOfItsOwn() throws IOException {
    Path texts = folder.resolve("demo").resolve("messages");

    assertThat(
            List.of("evaluation.json", "audit.json", "report.html", "report.pdf", "model-card.md"))
        .allSatisfy(name -> assertThat(texts.resolve(name)).isNotEmptyFile());
    assertThat(Files.readString(texts.resolve("audit.json")))
        .contains("Disparate impact for style = dialect");
    assertThat(Cli.run("verify", texts.resolve("evidence.zip").toString()).exitCode()).isZero();
  }

  @Test
  void theDemoEndsSignedByDemonstrationPeopleInStoreAndEvidence() {
    for (Path subject : List.of(evidence, workspace)) {
      Cli verify = Cli.run("verify", subject.toString());
      assertThat(verify.exitCode()).as(verify.out()).isZero();
      assertThat(verify.out())
          .contains("authorship by Demonstration author (not a person) (demo.author)")
          .contains("review by Demonstration reviewer (not a person)")
          .contains("rejection by Demonstration approver (not a person)");
    }
    assertThat(Cli.run("workflow", "show", "--workspace", workspace.toString()).out())
        .contains("is rejected.")
        .contains("Next may be: superseded, withdrawn");
    Cli refused =
        Cli.run(
            "sign",
            "latest",
            "--as",
            "demo.author",
            "--meaning",
            "approved",
            "--passphrase-file",
            folder.resolve("demo").resolve("demo-passphrase.txt").toString(),
            "--workspace",
            workspace.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("An audit that is rejected cannot be approved.");
    assertThat(Cli.run("workflow", "show", "--workspace", workspace.toString()).out())
        .contains("refused by demo.author");
  }

  @Test
  void everyChangedFileIsRefusedAndNamed() throws Exception {
    Map<String, byte[]> files = unpacked();
    assertThat(files.keySet())
        .contains(
            "FORMAT.md",
            "verify.py",
            "manifest.dsse.json",
            "keys.json",
            "ledger/checkpoint",
            "report.html",
            "report.pdf",
            "model-card.md",
            "documents/audit.json",
            "documents/evaluation.json");
    int refused = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Map<String, byte[]> changed = new LinkedHashMap<>(files);
      byte[] content = file.getValue().clone();
      content[content.length / 3] ^= 4;
      changed.put(file.getKey(), content);
      Cli verify = Cli.run("verify", packed(changed).toString());

      assertThat(verify.exitCode()).as(file.getKey()).isEqualTo(1);
      assertThat(verify.out()).contains("    " + file.getKey() + ": ").endsWith("Refused.\n");
      refused++;
    }
    System.out.println("changed evidence: " + refused + " of " + files.size() + " files named");
  }

  @Test
  void theScriptInTheEvidenceSaysTheSame() throws Exception {
    Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
    for (Map.Entry<String, byte[]> file : unpacked().entrySet()) {
      Path target = unpacked.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    assertThat(Cli.run("verify", unpacked.toString()).exitCode()).isZero();
    if (!pythonIsHere()) {
      System.out.println("python3 is absent: 0 runs of the script");
      org.junit.jupiter.api.Assumptions.abort("python3 is absent");
    }
    assertThat(python(unpacked)).isZero();
    Files.writeString(unpacked.resolve("report.html"), "better");
    assertThat(python(unpacked)).isEqualTo(1);
    assertThat(Cli.run("verify", unpacked.toString()).out())
        .contains("report.html: it was changed after it was exported");
  }

  @Test
  void aWorkspaceIsVerifiedAgainstAReceiptThatWasKept() {
    Path receipt = folder.resolve("receipt");
    Cli head =
        Cli.run(
            "ledger",
            "head",
            "--json",
            "--workspace",
            workspace.toString(),
            "--out",
            receipt.toString());
    assertThat(head.exitCode()).as(head.err()).isZero();

    Cli verify =
        Cli.run(
            "verify",
            "--json",
            workspace.toString(),
            "--against",
            receipt.toString(),
            "--key",
            head.json().path("fingerprint").asString());

    assertThat(verify.exitCode()).as(verify.out()).isZero();
    assertThat(answers(verify.json()))
        .isEqualTo("bytes=yes signatures=yes inclusion=yes consistency=yes");
    assertThat(Cli.run("verify", evidence.toString(), "--against", receipt.toString()).exitCode())
        .isZero();
    Cli another = Cli.run("verify", evidence.toString(), "--key", "0".repeat(64));
    assertThat(another.exitCode()).isEqualTo(1);
    assertThat(another.out()).contains("another key than the one you expect");
  }

  @Test
  void whatCannotBeVerifiedIsSaid() throws Exception {
    Cli missing = Cli.run("verify", folder.resolve("nothing.zip").toString());
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("USAGE-VERIFY");
    assertThat(folder.resolve("nothing.zip")).doesNotExist();
    Path other = Files.writeString(folder.resolve("other.assay"), "text\n".repeat(900));
    assertThat(Cli.run("verify", other.toString()).exitCode()).isEqualTo(3);
    Path cut = folder.resolve("cut.zip");
    Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(evidence), 5_000));
    assertThat(Cli.run("verify", cut.toString()).exitCode()).isEqualTo(1);
    Cli receipt = Cli.run("verify", evidence.toString(), "--against", other.toString());
    assertThat(receipt.exitCode()).isEqualTo(3);
    assertThat(receipt.err()).contains("VERIFY-RECEIPT");
  }

  @Test
  void reportWritesEvidenceAgain() throws Exception {
    Path out = folder.resolve("again");
    Cli report =
        Cli.run(
            "report",
            "latest",
            "--format",
            "evidence",
            "--workspace",
            workspace.toString(),
            "--out",
            out.toString());
    assertThat(report.exitCode()).as(report.err()).isZero();
    assertThat(Files.readAllBytes(out.resolve("evidence.zip")))
        .isEqualTo(Files.readAllBytes(evidence));
  }

  @Test
  void entriesAreListedAndProved() {
    Cli list = Cli.run("ledger", "list", "--json", "--workspace", workspace.toString());
    assertThat(list.json()).hasSizeGreaterThan(8);
    assertThat(list.json().get(2).path("kind").asString()).isEqualTo("signatory");
    assertThat(list.json().get(1).path("kind").asString()).isEqualTo("audit");
    Cli proof = Cli.run("ledger", "prove", "1", "--workspace", workspace.toString());
    assertThat(proof.out()).startsWith("c2sp.org/tlog-proof@v1\nindex 1\n");
    Cli none = Cli.run("ledger", "prove", "999", "--workspace", workspace.toString());
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("The ledger has no entry 999: it has ");
  }

  private static String answers(JsonNode json) {
    StringBuilder words = new StringBuilder();
    json.path("answers")
        .forEach(
            a ->
                words
                    .append(a.path("question").asString())
                    .append('=')
                    .append(a.path("answer").asString())
                    .append(' '));
    return words.toString().strip();
  }

  private Map<String, byte[]> unpacked() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(evidence)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private Path packed(Map<String, byte[]> files) throws Exception {
    Path zip = folder.resolve("changed.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        packed.putNextEntry(new ZipEntry(file.getKey()));
        packed.write(file.getValue());
      }
    }
    return zip;
  }

  private static boolean pythonIsHere() {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (java.io.IOException | InterruptedException absent) {
      return false;
    }
  }

  private static int python(Path unpacked) throws Exception {
    return new ProcessBuilder("python3", "-B", unpacked.resolve("verify.py").toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
