package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandTest {

  @TempDir Path folder;
  private String model = "";

  @BeforeEach
  void prepare() throws Exception {
    Path files = Files.createDirectory(folder.resolve("net"));
    Files.writeString(files.resolve("model.onnx"), "graph");
    model = files.toString();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    pem("PRIVATE KEY", pair.getPrivate(), "secret.pem");
    pem("PUBLIC KEY", pair.getPublic(), "open.pem");
  }

  @Test
  void aModelIsSignedCheckedAndRefusedOnceItIsChanged() throws IOException {
    Cli signed =
        Cli.run(
            "model",
            "sign",
            model,
            "--key",
            at("secret.pem"),
            "--public-key",
            at("open.pem"),
            "--out",
            at("model.sig"));
    Cli intact = verify();
    Files.writeString(folder.resolve("net/model.onnx"), "other");
    Cli changed = verify();

    assertThat(signed.exitCode()).isZero();
    assertThat(signed.out()).contains("1 file signed in ");
    assertThat(intact.exitCode()).isZero();
    assertThat(intact.out()).contains("✓ 1 file is as signed").contains("as model 'net'");
    assertThat(changed.exitCode()).isEqualTo(1);
    assertThat(changed.out()).contains("✗ 'model.onnx' is not the file that was signed");
  }

  @Test
  void aManifestIsWrittenWithoutAKey() {
    Cli run = Cli.run("model", "manifest", model, "--out", at("m.json"));

    assertThat(run.exitCode()).isZero();
    assertThat(folder.resolve("m.json")).content().contains("model.onnx");
  }

  private Cli verify() {
    return Cli.run(
        "model", "verify", model, "--signature", at("model.sig"), "--key", at("open.pem"));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private void pem(String kind, Key key, String name) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
  }
}
