package dev.assay.usecase;

import dev.assay.common.WorkFailed;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.signoff.Step;
import dev.assay.store.GovernanceStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

/// A process of its own that signs an audit again and again ("reviewed") and says each signature
/// once it is recorded.
public final class SigningMain {

  private SigningMain() {}

  /// Signs.
  ///
  /// @param args folder of the office, audit, person, number of signatures
  public static void main(String[] args) {
    SigningOffice office = new SigningOffice(Path.of(args[0]));
    SignAudit.Presented shown = office.sign.present(args[1]);
    int signed = 0;
    while (signed < Integer.parseInt(args[3])) {
      try {
        shown = office.sign.sign(shown, Step.of(ActKind.REVIEWED), SigningOffice.by(args[2]));
        System.out.println(lastOf(args[2], shown, office));
        System.out.flush();
        signed++;
      } catch (WorkFailed meanwhile) {
        if (!meanwhile.code().equals("SIGN-MEANWHILE")) {
          throw meanwhile;
        }
        shown = office.sign.present(args[1]);
      }
    }
  }

  /// The other process may have signed since.
  private static String lastOf(String person, SignAudit.Presented after, SigningOffice office) {
    Act last = Objects.requireNonNull(after.situation().trail().signed());
    if (!last.person().equals(person)) {
      try (GovernanceStore store = office.workspace.get()) {
        last =
            store.signoffs().latest(EnumSet.of(ActKind.REVIEWED), 50).stream()
                .filter(act -> act.person().equals(person))
                .findFirst()
                .orElseThrow();
      }
    }
    return last.digest().sha256();
  }

  /// Starts it in a JVM of its own.
  public static Process start(Path folder, String audit, String person, int count)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            SigningMain.class.getName(),
            folder.toString(),
            audit,
            person,
            String.valueOf(count)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
