package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.usecase.ModelSigning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody checks the signature that came with a model, and again once a file was changed.
class ModelSignatureTest {

  @TempDir Path folder;

  @Test
  void aSignatureIsCheckedFileByFile() throws Exception {
    Path net = Files.createDirectory(folder.resolve("net"));
    Path model =
        Files.copy(Corpus.path("models/adult_logreg.onnx"), net.resolve("adult_logreg.onnx"));
    Files.writeString(net.resolve("README.md"), "words");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    Path secret = pem("PRIVATE KEY", pair.getPrivate(), "secret.pem");
    Path open = pem("PUBLIC KEY", pair.getPublic(), "open.pem");
    ModelSigning.sign(net, secret, open, net.resolve("model.sig"));

    try (WindowDriver driver = WindowDriver.open(folder)) {
      driver.size(1280, 800);
      on(
          () -> {
            driver
                .window()
                .session()
                .open(
                    model, m -> driver.window().navigator().go(new Place.Model(m.file())), d -> {});
            return true;
          });
      await(() -> driver.shows("#tab-signature"));
      driver.click("#tab-signature");
      driver.settle();
      assertThat(((TextField) driver.find("#signature-file")).getText()).endsWith("model.sig");
      check(driver, open);
      assertThat(words(driver)).contains("✓ As signed", "2 files are as signed", "as model 'net'");
      Files.writeString(net.resolve("README.md"), "other");
      check(driver, open);
      assertThat(words(driver))
          .contains("✗ Refused", "'README.md' is not the file that was signed");
      driver.obeysTheRules("model-signature");
      for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
        on(
            () -> {
              driver.window().themes().choice().set(look);
              return true;
            });
        driver.picture("model-signature-" + look.name().toLowerCase(Locale.ROOT));
      }
      check(driver, secret);
      assertThat(words(driver)).contains("cannot be used");
    }
  }

  private static void check(WindowDriver driver, Path key) throws Exception {
    TextField field = (TextField) driver.find("#signature-key");
    on(
        () -> {
          field.setText(key.toString());
          Node before = driver.window().scene().getRoot().lookup("#signature-result");
          ((Button) driver.window().scene().getRoot().lookup("#signature-check")).fire();
          return before;
        });
    await(() -> driver.shows("#signature-result"));
    driver.settle();
  }

  private static String words(WindowDriver driver) throws Exception {
    Parent result = (Parent) driver.find("#signature-result");
    return on(
        () -> {
          StringBuilder words = new StringBuilder();
          for (Node node : result.getChildrenUnmodifiable()) {
            words.append(node instanceof Labeled label ? label.getText() : "").append('\n');
          }
          return words.toString();
        });
  }

  private Path pem(String kind, Key key, String name) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
  }
}
