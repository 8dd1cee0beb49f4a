package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.ledger.attest.Dsse;
import dev.assay.signoff.model.ModelManifest;
import dev.assay.signoff.model.ModelSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSigningTest {

  @TempDir Path folder;
  private Path model;
  private Path secret;
  private Path open;
  private Path bundle;

  @BeforeEach
  void prepare() throws Exception {
    model = Files.createDirectories(folder.resolve("bert/onnx")).getParent();
    Files.writeString(model.resolve("config.json"), "{}");
    Files.writeString(model.resolve("onnx/model.onnx"), "graph");
    Files.writeString(model.resolve("onnx-notes.txt"), "notes");
    Files.writeString(model.resolve(".gitignore"), "x");
    bundle = model.resolve("model.sig");
    keys("secp256r1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
  void aSignedModelIsIntactUnderItsKey(String curve) throws Exception {
    keys(curve);

    ModelManifest signed = ModelSigning.sign(model, secret, open, bundle);
    ModelSigning.Checked checked = ModelSigning.verify(model, bundle, open);

    assertThat(signed.resources())
        .extracting(ModelManifest.Resource::name)
        .containsExactly("config.json", "onnx/model.onnx", "onnx-notes.txt");
    assertThat(checked.faults()).isEmpty();
    assertThat(checked.model()).isEqualTo("bert");
    assertThat(checked.files()).isEqualTo(3);
  }

  @Test
  void everyKindOfChangeIsNamed() throws Exception {
    ModelSigning.sign(model, secret, open, bundle);
    Files.writeString(model.resolve("config.json"), "{ }");
    Files.move(model.resolve("onnx/model.onnx"), model.resolve("onnx/other.onnx"));

    assertThat(ModelSigning.verify(model, bundle, open).faults())
        .containsExactly(
            "'config.json' is not the file that was signed",
            "'onnx/model.onnx' is missing",
            "'onnx/other.onnx' is not signed");
  }

  @Test
  void anotherKeyIsRefused() throws Exception {
    ModelSigning.sign(model, secret, open, bundle);
    keys("secp256r1");

    assertThat(ModelSigning.verify(model, bundle, open).faults())
        .singleElement()
        .asString()
        .startsWith("The signature was made with another key: it names ");
  }

  @Test
  void aChangedBundleNeverVouchesForOtherFiles() throws Exception {
    ModelSigning.sign(model, secret, open, bundle);
    byte[] whole = Files.readAllBytes(bundle);
    byte[] payload = ModelSignature.read(whole, "b").payload();
    Path changed = folder.resolve("changed.sig");
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] copy = whole.clone();
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(7));
      Files.write(changed, copy);
      try {
        if (ModelSigning.verify(model, changed, open).isIntact()) {
          assertThat(ModelSignature.read(copy, "b").payload()).isEqualTo(payload);
        } else {
          refused++;
        }
      } catch (InputRejected e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(350);
  }

  @Test
  void aModelOfOneFileIsSignedByItself() throws Exception {
    Path file = model.resolve("onnx/model.onnx");
    Path beside = folder.resolve("file.sig");
    ModelSigning.sign(file, secret, open, beside);

    assertThat(ModelSigning.verify(file, beside, open).isIntact()).isTrue();
    Files.writeString(file, "other");
    assertThat(ModelSigning.verify(file, beside, open).faults())
        .containsExactly("'.' is not the file that was signed");
  }

  @Test
  void aFileOfASignedFolderStandsForTheFolder() throws Exception {
    ModelSigning.sign(model, secret, open, bundle);
    Path graph = model.resolve("config.json");

    assertThat(ModelSigning.verify(graph, bundle, open).files()).isEqualTo(3);
    assertThat(ModelSigning.verify(graph, bundle, open).isIntact()).isTrue();
    assertThat(ModelSigning.besideOf(graph)).contains(bundle.toAbsolutePath());
    assertThat(ModelSigning.besideOf(folder)).isEmpty();
  }

  @Test
  void linksAreRefused() throws Exception {
    Files.createSymbolicLink(model.resolve("more.bin"), folder.resolve("secret.pem"));

    assertThatThrownBy(() -> ModelSigning.sign(model, secret, open, bundle))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("'more.bin' is a symbolic link");
  }

  /// The digest of the reference implementation's own example, model-transparency v1.0,
  /// `deep_model_folder`.
  @Test
  void theDigestOfAModelIsThatOfTheReferenceImplementation() {
    List<ModelManifest.Resource> files = new ArrayList<>();
    List<String> digests =
        List.of(
            "6efa14bb03544fcb76045c55f25b9315b6eb5be2d8a85f703193a76b7874c6ff",
            "a9bc149b70b9d325cd68d275d582cfdb98c0347d3ce54590aa6533368daed3d2",
            "5f597e6a92d1324d9adbed43d527926d11d0131487baf315e65ae1ef3b1ca3c0",
            "eaf677c35fec6b87889d9e4563d8bb65dcb9869ca0225697c9cc44cf49dca008");
    for (int i = 0; i < digests.size(); i++) {
      files.add(new ModelManifest.Resource("d/f" + i, new Digest(digests.get(i))));
    }

    assertThat(new ModelManifest("deep_model", files, List.of(), true).root().sha256())
        .isEqualTo("18b5a45fe7983f7194e8ffd96c80f5f0ec53191bf4a32b6aff293f043e816d7a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "\"method\" : \"files\" ¦ \"method\" : \"shards\" ¦ in pieces",
        "\"algorithm\" : \"sha256\" ¦ \"algorithm\" : \"blake3\" ¦ another digest",
        "https://model_signing/signature/v1.0 ¦ https://slsa.dev/provenance/v1 ¦ not one of a model",
        "onnx-notes.txt ¦ config.json ¦ named twice",
        "https://in-toto.io/Statement/v1 ¦ https://in-toto.io/Statement/v2 ¦ no in-toto",
      })
  void statementsThatCannotBeCheckedAreRefusedEvenWhenSigned(
      String part, String instead, String why) throws Exception {
    String statement =
        new String(ModelManifest.of(model, bundle).statement(), StandardCharsets.UTF_8);
    assertThat(statement).contains(part);
    signed(statement.replace(part, instead));

    assertThatThrownBy(() -> ModelSigning.verify(model, bundle, open))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatIsNoBundleOrNoKeyIsRefused() throws Exception {
    ModelSigning.sign(model, secret, open, bundle);
    Path wrong = Files.writeString(folder.resolve("wrong"), "{}");

    assertThatThrownBy(() -> ModelSigning.verify(model, wrong, open))
        .hasMessageContaining("'wrong' is no signature of a model");
    assertThatThrownBy(() -> ModelSigning.verify(model, bundle, wrong))
        .hasMessageContaining("The key 'wrong' cannot be used");
    assertThatThrownBy(() -> ModelSigning.verify(model, bundle, secret))
        .hasMessageContaining("not a 'PUBLIC KEY'");
    assertThatThrownBy(() -> ModelSigning.verify(model.resolve("no"), bundle, open))
        .hasMessageContaining("There is no");
  }

  @Test
  void aManifestNamesTheSameFilesWithoutASignature() throws IOException {
    Path out = folder.resolve("m.json");
    ModelManifest manifest = ModelSigning.manifest(model, out);

    assertThat(out).content().contains(manifest.root().sha256(), "onnx/model.onnx");
  }

  private void keys(String curve) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    KeyPair pair = generator.generateKeyPair();
    secret = pem("PRIVATE KEY", pair.getPrivate(), "secret.pem");
    open = pem("PUBLIC KEY", pair.getPublic(), "open.pem");
  }

  private Path pem(String kind, Key key, String name) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
  }

  private void signed(String statement) throws Exception {
    byte[] payload = statement.getBytes(StandardCharsets.UTF_8);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    String text = Files.readString(secret).replaceAll("-----[A-Z ]+-----|\\s", "");
    signature.initSign(
        java.security.KeyFactory.getInstance("EC")
            .generatePrivate(
                new java.security.spec.PKCS8EncodedKeySpec(Base64.getDecoder().decode(text))));
    signature.update(Dsse.signed(payload));
    Files.write(bundle, new ModelSignature(payload, signature.sign(), "", false).bundle());
  }
}
