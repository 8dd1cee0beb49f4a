package dev.assay.app.cli;

import dev.assay.common.Json;
import dev.assay.common.Visible;
import dev.assay.signoff.model.ModelManifest;
import dev.assay.usecase.ModelSigning;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Signatures of models, in the format of OpenSSF Model Signing.
@Command(
    name = "model",
    description =
        "Check the signature that came with a model, or sign one (OpenSSF Model Signing, keys of P-256, P-384, P-521).")
final class ModelCommand {

  private final CommandContext context;

  ModelCommand(CommandContext context) {
    this.context = context;
  }

  @Command(
      name = "verify",
      description =
          "Whether a model is the one that was signed with a key: every file, none more, none less.",
      footer = {"", "Exit codes: 0 it is; 1 it is not, naming the files."})
  int verify(
      @Mixin GlobalOptions options,
      @Parameters(index = "0", paramLabel = "MODEL", description = "A file, or the model's folder.")
          Path model,
      @Option(
              names = "--signature",
              required = true,
              paramLabel = "FILE",
              description = "The bundle, usually model.sig.")
          Path signature,
      @Option(
              names = "--key",
              required = true,
              paramLabel = "FILE",
              description = "The signer's public key, as you were given it (PEM or DER).")
          Path key) {
    Output output = context.output(options);
    ModelSigning.Checked checked = ModelSigning.verify(model, signature, key);
    output.json(checked);
    if (checked.isIntact()) {
      output.say("✓ " + checked.words());
    } else {
      checked.faults().forEach(fault -> output.say("✗ " + Visible.of(fault)));
      output.say("Refused.");
    }
    return (checked.isIntact() ? ExitCode.DONE : ExitCode.POLICY_FAILED).number();
  }

  @Command(name = "sign", description = "Sign every file of a model with a key.")
  int sign(
      @Mixin GlobalOptions options,
      @Parameters(index = "0", paramLabel = "MODEL", description = "A file, or the model's folder.")
          Path model,
      @Option(
              names = "--key",
              required = true,
              paramLabel = "FILE",
              description = "The private key: PEM, PKCS#8, without a passphrase.")
          Path key,
      @Option(
              names = "--public-key",
              required = true,
              paramLabel = "FILE",
              description = "Its public half.")
          Path publicKey,
      @Option(
              names = "--out",
              defaultValue = "model.sig",
              paramLabel = "FILE",
              description = "Where the bundle goes (default: ${DEFAULT-VALUE}).")
          Path out) {
    Output output = context.output(options);
    say(output, ModelSigning.sign(model, key, publicKey, out), "signed in " + out);
    return ExitCode.DONE.number();
  }

  @Command(
      name = "manifest",
      description = "Write the statement that would be signed: every file with its digest.")
  int manifest(
      @Mixin GlobalOptions options,
      @Parameters(index = "0", paramLabel = "MODEL", description = "A file, or the model's folder.")
          Path model,
      @Option(
              names = "--out",
              defaultValue = "model.manifest.json",
              paramLabel = "FILE",
              description = "Where it goes (default: ${DEFAULT-VALUE}).")
          Path out) {
    Output output = context.output(options);
    say(output, ModelSigning.manifest(model, out), "named in " + out + ", not signed");
    return ExitCode.DONE.number();
  }

  private static void say(Output output, ModelManifest manifest, String what) {
    Map<String, Object> json = new TreeMap<>();
    json.put("model", manifest.model());
    json.put("files", manifest.resources().size());
    json.put("root", manifest.root().sha256());
    output.jsonText(Json.pretty(json));
    int count = manifest.resources().size();
    output.say(count + (count == 1 ? " file " : " files ") + what + ".");
    output.say("digest of the model: " + manifest.root().sha256());
  }
}
