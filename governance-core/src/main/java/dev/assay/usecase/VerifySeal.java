package dev.assay.usecase;

import dev.assay.common.AssayException;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.Question;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.VerifierKey;
import dev.assay.ledger.attest.Signatory;
import dev.assay.report.seal.Seal;
import dev.assay.report.seal.SealReader;
import dev.assay.store.GovernanceStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers the four questions about a PDF that somebody signed.
final class VerifySeal {

  private static final String ELSEWHERE =
      "A PDF alone cannot say that: verify the evidence.zip of the audit.";

  private final Function<Path, GovernanceStore> examined;
  private final @Nullable Path workspace;
  private final @Nullable String expected;

  /// @param examined opens a workspace to be examined
  /// @param workspace whose register may know the key, absent = none is at hand
  /// @param expected line or fingerprint of the key that is expected, absent = none is
  VerifySeal(
      Function<Path, GovernanceStore> examined,
      @Nullable Path workspace,
      @Nullable String expected) {
    this.examined = examined;
    this.workspace = workspace;
    this.expected = expected;
  }

  List<Answer> answers(byte[] pdf) {
    List<Seal> seals = SealReader.read(pdf);
    return List.of(
        bytes(seals),
        signatures(seals),
        Answer.notAsked(Question.INCLUSION, ELSEWHERE),
        Answer.notAsked(Question.CONSISTENCY, ELSEWHERE));
  }

  private static Answer bytes(List<Seal> seals) {
    if (seals.isEmpty()) {
      return Answer.notAsked(
          Question.BYTES, "Nobody signed this PDF, so nothing says what its bytes should be.");
    }
    List<String> faults = seals.stream().flatMap(seal -> seal.faults().stream()).toList();
    return faults.isEmpty()
        ? new Answer(
            Question.BYTES, State.YES, "Every byte of the file is as it was signed.", List.of())
        : new Answer(Question.BYTES, State.NO, "The file is not whole as it was signed.", faults);
  }

  private Answer signatures(List<Seal> seals) {
    if (seals.isEmpty()) {
      return new Answer(
          Question.SIGNATURES,
          State.NO,
          "Nobody signed this PDF.",
          List.of("there is no signature in it"));
    }
    List<String> faults = new ArrayList<>();
    List<String> details = new ArrayList<>();
    for (Seal seal : seals) {
      VerifierKey key = seal.key();
      if (!seal.holds()) {
        faults.add("the signature in the name of " + seal.name() + " does not hold");
      } else if (expected != null && (key == null || !key.isMeantBy(expected))) {
        faults.add("the key of " + seal.name() + " is another than the one you expect");
      }
      details.addAll(words(seal));
    }
    Seal last = seals.getLast();
    return new Answer(
            Question.SIGNATURES,
            faults.isEmpty() ? State.YES : State.NO,
            faults.isEmpty()
                ? "Signed in the name of " + last.name() + " (" + last.reason() + ")."
                : "A signature is refused.",
            faults)
        .with(details);
  }

  private List<String> words(Seal seal) {
    List<String> words = new ArrayList<>();
    VerifierKey key = seal.key();
    words.add(
        "key "
            + (key == null ? "of " + seal.certificate() : key.fingerprint())
            + (seal.claimed() == null ? "" : ", " + seal.claimed() + " by the signer's clock"));
    Seal.Stamp stamp = seal.stamp();
    words.add(
        stamp == null
            ? "no time stamp"
            : "time stamp "
                + stamp.time()
                + " of "
                + stamp.authority()
                + "; whether you trust it is yours to say");
    if (key != null && seal.holds()) {
      words.add(known(key));
    }
    return words;
  }

  /// What the register of the workspace at hand says of the key.
  private String known(VerifierKey key) {
    Path register = workspace;
    if (register == null || !Files.exists(register)) {
      return "no workspace is at hand that could say whose key this is: compare its fingerprint";
    }
    try (GovernanceStore store = examined.apply(register)) {
      Optional<Signatory> person =
          Unlocking.register(store.signoffs().situation(null)).people().stream()
              .filter(p -> p.key().sameKeyAs(key))
              .findFirst();
      return person
          .map(
              p ->
                  "the register of the workspace knows this key as that of "
                      + p.name()
                      + " ("
                      + p.id()
                      + ")"
                      + (p.active() ? "" : ", revoked on " + p.revoked()))
          .orElse("the register of the workspace does not know this key");
    } catch (AssayException unreadable) {
      return "the workspace at hand cannot be asked whose key this is";
    }
  }
}
