package dev.assay.usecase;

import dev.assay.common.AssayException;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.Question;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.VerifierKey;
import dev.assay.ledger.bundle.EvidenceVerifier;
import dev.assay.store.GovernanceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers four questions about a workspace or a bundle of evidence: are its bytes those that were
/// recorded, whose signature is on them, are they in the ledger, does the ledger go on from what
/// somebody kept of it.
public final class VerifyLedger {

  private final Function<Path, GovernanceStore> examined;

  /// @param examined opens a workspace to be examined, whatever this computer remembers of it
  public VerifyLedger(Function<Path, GovernanceStore> examined) {
    this.examined = examined;
  }

  /// Answers.
  ///
  /// @param subject a workspace, a bundle (`*.zip`), a folder that a bundle was unpacked to
  /// @param receipt file with a receipt or a checkpoint, absent = none is held
  /// @param key line or fingerprint of the key that is expected, absent = none is
  /// @throws UsageError when something named is not there
  /// @throws InputRejected when the receipt is none, or the subject is something else
  public Verified verify(Path subject, @Nullable Path receipt, @Nullable String key) {
    return verify(subject, receipt, key, null);
  }

  /// The same of a PDF too.
  ///
  /// @param register a workspace whose register may know who signed a PDF, absent = none is at hand
  public Verified verify(
      Path subject, @Nullable Path receipt, @Nullable String key, @Nullable Path register) {
    if (!Files.exists(subject)) {
      throw new UsageError(
          "USAGE-VERIFY",
          "There is no '" + Visible.of(subject.toString(), 200) + "' to verify.",
          "Name a workspace, an evidence.zip, the folder that one was unpacked to, or a signed PDF.");
    }
    Receipt held = receipt == null ? null : receipt(receipt);
    try {
      if (Files.isDirectory(subject)) {
        return new Verified(
            subject, Kind.FOLDER, new EvidenceVerifier(held, key).files(files(subject)));
      }
      // decision: by name only. Reading a workspace's bytes here would drop the locks of whoever
      // has it open.
      String name = subject.toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".pdf")) {
        return new Verified(
            subject,
            Kind.PDF,
            new VerifySeal(examined, register, key).answers(Files.readAllBytes(subject)));
      }
      if (name.endsWith(".zip")) {
        return new Verified(
            subject,
            Kind.EVIDENCE,
            new EvidenceVerifier(held, key).archive(Files.readAllBytes(subject)));
      }
    } catch (IOException e) {
      throw new InputRejected(
          "VERIFY-READ",
          "'" + Visible.of(subject.toString(), 200) + "' cannot be read (" + e.getMessage() + ").",
          "Check the file and its permissions.",
          e);
    }
    return new Verified(subject, Kind.WORKSPACE, workspace(subject, held, key));
  }

  private List<Answer> workspace(Path file, @Nullable Receipt held, @Nullable String key) {
    try (GovernanceStore store = examined.apply(file)) {
      List<Answer> answers = new ArrayList<>(store.ledger().answers(held));
      VerifierKey log = store.ledger().head().key();
      if (key != null && log != null && !log.isMeantBy(key)) {
        answers.set(1, another(answers.get(1)));
      }
      return answers;
    } catch (AssayException e) {
      if (!e.code().equals("STORE-DAMAGED")) {
        throw e;
      }
      return refused(e.sentence());
    }
  }

  private static Answer another(Answer signatures) {
    List<String> faults = new ArrayList<>(signatures.faults());
    faults.add("the key of the ledger is another than the one you expect");
    return new Answer(Question.SIGNATURES, State.NO, signatures.sentence(), faults)
        .with(signatures.details());
  }

  /// So damaged that nothing else can be asked.
  private static List<Answer> refused(String why) {
    String unasked = "It cannot be asked of a workspace that cannot be read.";
    return List.of(
        new Answer(Question.BYTES, State.NO, "Something is not what was recorded.", List.of(why)),
        Answer.notAsked(Question.SIGNATURES, unasked),
        Answer.notAsked(Question.INCLUSION, unasked),
        Answer.notAsked(Question.CONSISTENCY, unasked));
  }

  private static Receipt receipt(Path file) {
    try {
      return Receipt.parse(Files.readString(file));
    } catch (IOException | MalformedLedger e) {
      throw new InputRejected(
          "VERIFY-RECEIPT",
          "'" + Visible.of(file.toString(), 200) + "' is not a receipt (" + e.getMessage() + ").",
          "Name a file that 'assay ledger head' wrote, or the ledger/checkpoint of a bundle.",
          e);
    }
  }

  private static SortedMap<String, byte[]> files(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /// What was verified.
  public enum Kind {
    /// A workspace.
    WORKSPACE,
    /// A report as PDF.
    PDF,
    /// A bundle of evidence.
    EVIDENCE,
    /// An unpacked bundle of evidence.
    FOLDER
  }

  /// The answers.
  ///
  /// @param subject what was asked about
  /// @param kind of it
  /// @param answers to the four questions, in their order
  public record Verified(Path subject, Kind kind, List<Answer> answers) {

    /// Whether nothing is refused.
    public boolean intact() {
      return answers.stream().noneMatch(answer -> answer.state() == State.NO);
    }
  }
}
