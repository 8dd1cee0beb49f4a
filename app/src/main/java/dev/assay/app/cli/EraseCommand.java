package dev.assay.app.cli;

import dev.assay.usecase.Credentials;
import dev.assay.usecase.EraseFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Erases the content of a file under two signatures.
@Command(
    name = "erase",
    description =
        "Erase the content of a document that came with an answer or with feedback, under two"
            + " signatures. Its digest stays, so everything that was signed can still be verified."
            + " Copies elsewhere (backups, bundles of evidence) are yours to erase.")
final class EraseCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      index = "0",
      paramLabel = "AUDIT",
      description = "Id of an audit it came with, or latest.")
  String audit = "";

  @Parameters(
      index = "1",
      paramLabel = "SHA256",
      description = "Digest of the file, in hexadecimal.")
  String sha256 = "";

  @Option(
      names = "--as",
      required = true,
      paramLabel = "ID",
      description = "The administrator who has it erased.")
  String first = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "WHY",
      description = "Why, in a few words; it stays on record.")
  String why = "";

  @Mixin SignatoryCommand.Secrets secrets = new SignatoryCommand.Secrets();

  private final CommandContext context;

  EraseCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    Passphrases ask = new Passphrases();
    Credentials one = new Credentials(first, ask.of(first, secrets.passphrase));
    List<String> audits =
        context
            .wiring()
            .eraseFile(global.workspaceOrDefault())
            .erase(new EraseFile.Asked(audit, sha256, why), one, secrets.secondOf(ask));
    output.json(Map.of("sha256", sha256, "audits", audits));
    output.say(
        "✓ The content is erased; the digest stays. It came with "
            + String.join(", ", audits)
            + ".");
    return ExitCode.DONE.number();
  }
}
