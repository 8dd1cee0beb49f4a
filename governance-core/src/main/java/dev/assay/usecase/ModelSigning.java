package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.signoff.model.CheckingKey;
import dev.assay.signoff.model.ModelManifest;
import dev.assay.signoff.model.ModelSignature;
import dev.assay.signoff.model.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Signs models and checks signatures of models, in the format of OpenSSF Model Signing.
public final class ModelSigning {

  /// How the file of a signature is usually called.
  private static final String USUAL = "model.sig";

  private static final int MOST_KEY_BYTES = 64 << 10;

  private ModelSigning() {}

  /// What a check gave.
  ///
  /// @param model what the signer calls the model, "" where the signature does not say
  /// @param files how many files are signed
  /// @param root digest over all of them
  /// @param key what the bundle names the key by
  /// @param faults why it is refused, one sentence each; none when it is the signed model
  public record Checked(String model, int files, String root, String key, List<String> faults) {

    /// "3 files are as signed by the holder of the key 1b2c3d4e5f60, as model 'bert'."
    public String words() {
      return files
          + (files == 1 ? " file is" : " files are")
          + " as signed by the holder of the key "
          + key.substring(0, 12)
          + (model.isEmpty() ? "." : ", as model '" + model + "'.");
    }

    /// Whether the model is the one that was signed with the key.
    public boolean isIntact() {
      return faults.isEmpty();
    }
  }

  /// Checks a model against its signature and a key that is trusted.
  ///
  /// @param model a file, or the folder of the model
  /// @param signature the bundle
  /// @param key the public key, in PEM or DER
  /// @throws InputRejected when one of them cannot be read
  public static Checked verify(Path model, Path signature, Path key) {
    present(model);
    String name = name(signature);
    ModelSignature read = ModelSignature.read(bytes(signature, ModelSignature.MOST_BYTES), name);
    CheckingKey checking = CheckingKey.read(bytes(key, MOST_KEY_BYTES), name(key));
    if (!read.isBy(checking)) {
      String why =
          !read.hint().isEmpty() && !read.hint().equals(checking.hint())
              ? "The signature was made with another key: it names " + Visible.of(read.hint(), 64)
              : "The signature does not fit what is signed, or was made with another key"
                  + (read.certified() ? "; it comes with a certificate" : "");
      return new Checked("", 0, "", checking.hint(), List.of(why + "."));
    }
    ModelManifest manifest = read.manifest(name);
    return new Checked(
        Visible.of(manifest.model(), 120),
        manifest.resources().size(),
        manifest.root().sha256(),
        checking.hint(),
        manifest.differences(subject(model, manifest), signature));
  }

  /// A file of a model that was signed as a folder stands for that folder.
  private static Path subject(Path model, ModelManifest manifest) {
    Path folder = model.toAbsolutePath().getParent();
    return Files.isRegularFile(model) && !manifest.isOneFile() && folder != null ? folder : model;
  }

  /// The signature that lies beside a model, where one does.
  public static Optional<Path> besideOf(Path model) {
    Path whole = model.toAbsolutePath();
    return Stream.of(whole.resolve(USUAL), whole.resolveSibling(USUAL))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /// Signs a model.
  ///
  /// @param privateKey in PEM
  /// @param publicKey its public half
  /// @param out where the bundle goes
  /// @return what is signed
  public static ModelManifest sign(Path model, Path privateKey, Path publicKey, Path out) {
    present(model);
    SigningKey key =
        SigningKey.read(
            bytes(privateKey, MOST_KEY_BYTES), bytes(publicKey, MOST_KEY_BYTES), name(privateKey));
    ModelManifest manifest = filled(model, out);
    AtomicFiles.export(out, ModelSignature.of(manifest, key).bundle());
    return manifest;
  }

  /// Writes the statement of a model without a signature.
  ///
  /// @return what it names
  public static ModelManifest manifest(Path model, Path out) {
    present(model);
    ModelManifest manifest = filled(model, out);
    AtomicFiles.export(out, manifest.statement());
    return manifest;
  }

  private static ModelManifest filled(Path model, Path out) {
    ModelManifest manifest = ModelManifest.of(model, out);
    if (manifest.resources().isEmpty()) {
      throw new UsageError(
          "USAGE-MODEL-EMPTY",
          "'" + Visible.of(String.valueOf(model), 200) + "' holds no file that could be signed.",
          "Give the folder of the model, or its file.");
    }
    return manifest;
  }

  private static void present(Path model) {
    if (!Files.exists(model)) {
      throw new InputRejected(
          "MODEL-FILES",
          "There is no '" + Visible.of(String.valueOf(model), 200) + "'.",
          "Give the folder of the model, or its file.");
    }
  }

  private static byte[] bytes(Path file, int most) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most + 1);
    } catch (IOException e) {
      throw new InputRejected(
          "MODEL-SIGNATURE-READ",
          "'" + Visible.of(String.valueOf(file), 200) + "' could not be read.",
          "Check that the file exists and may be read.",
          e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
