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
import dev.assay.ledger.bundle.Fork;
import dev.assay.ledger.bundle.Held;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers four questions about a workspace or a bundle of evidence: are its bytes those that were
/// recorded, whose signature is on them, are they in the ledger, does the ledger go on from what
/// somebody kept of it.
public final class VerifyLedger {

  private final Function<Path, GovernanceStore> examined;
  private final LedgerHome home;

  /// @param examined opens a workspace to be examined, whatever this computer remembers of it
  /// @param home where the evidence of forks is kept
  public VerifyLedger(Function<Path, GovernanceStore> examined, LedgerHome home) {
    this.examined = examined;
    this.home = home;
  }

  /// Answers.
  ///
  /// @param subject a workspace, a bundle (`*.zip`), a folder that a bundle was unpacked to
  /// @param receipt file with a receipt or a checkpoint, or a bundle of evidence; absent = none is
  ///   held
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
    Held held = receipt == null ? null : held(receipt);
    try {
      if (Files.isDirectory(subject)) {
        SortedMap<String, byte[]> files = files(subject);
        List<Answer> answers = new EvidenceVerifier(head(held), key).files(files);
        return new Verified(subject, Kind.FOLDER, forked(answers, held, () -> Held.ofFiles(files)));
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
        byte[] zip = Files.readAllBytes(subject);
        List<Answer> answers = new EvidenceVerifier(head(held), key).archive(zip);
        return new Verified(
            subject, Kind.EVIDENCE, forked(answers, held, () -> Held.ofArchive(zip)));
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

  private static @Nullable Receipt head(@Nullable Held held) {
    return held == null ? null : held.head();
  }

  /// Where a bundle's log contradicts what somebody holds, both are kept as evidence, and the last
  /// answer says where.
  private List<Answer> forked(List<Answer> answers, @Nullable Held held, Supplier<Held> bundle) {
    Answer last = answers.getLast();
    if (held == null || last.question() != Question.CONSISTENCY || last.state() != State.NO) {
      return answers;
    }
    List<String> faults = new ArrayList<>(last.faults());
    try {
      Held found = bundle.get();
      Fork.between(held, found)
          .ifPresent(
              evidence -> faults.add(home.keepFork(found.head().checkpoint().origin(), evidence)));
    } catch (MalformedLedger unreadable) {
      return answers;
    }
    List<Answer> all = new ArrayList<>(answers);
    all.set(
        all.size() - 1,
        new Answer(last.question(), last.state(), last.sentence(), faults).with(last.details()));
    return all;
  }

  private List<Answer> workspace(Path file, @Nullable Held held, @Nullable String key) {
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

  /// A receipt, a checkpoint, or the state of the log in another bundle.
  private static Held held(Path file) {
    try {
      if (Files.isDirectory(file)) {
        return Held.ofFiles(files(file));
      }
      return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")
          ? Held.ofArchive(Files.readAllBytes(file))
          : Held.of(Receipt.parse(Files.readString(file)));
    } catch (IOException | MalformedLedger e) {
      throw new InputRejected(
          "VERIFY-RECEIPT",
          "'" + Visible.of(file.toString(), 200) + "' is not a receipt (" + e.getMessage() + ").",
          "Name a file that 'assay ledger head' wrote, or a bundle of evidence or its"
              + " ledger/checkpoint.",
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
