package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.Corpus;
import dev.assay.common.InputRejected;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every hostile model of the corpus is refused before native code sees it, or is harmless to hand
/// on. None is run here.
class HostileModelsTest {

  /// Models whose fault only shows when the runtime loads or runs them, and which the runtime
  /// survives: wrong types and shapes inside, wrong answers.
  private static final Set<String> FOR_THE_WORKER =
      Set.of(
          "models/shape_mismatch.onnx",
          "models/type_mismatch.onnx",
          "models/nan_output.onnx",
          "models/inf_output.onnx",
          "models/batch_dim_differs.onnx",
          "models/batch_plus_one.onnx",
          "models/output_rank4.onnx");

  private static final List<String> STOPPED = new ArrayList<>();
  private static final List<String> HANDED_ON = new ArrayList<>();

  @TempDir Path folder;

  static Stream<Arguments> entries() {
    return Corpus.json("hostile/EXPECTED.json").get("entries").values().stream()
        .filter(e -> e.get("file").asString().endsWith(".onnx"))
        .filter(e -> !e.get("file").asString().contains("(made at test time)"))
        .map(HostileModelsTest::entry);
  }

  private static Arguments entry(JsonNode node) {
    return arguments(node.get("file").asString(), node.get("expected").asString());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyHostileModelIsStoppedOrHarmlessToHandOn(String file, String expected) {
    boolean stopped = stops(Corpus.path("hostile/" + file));

    (stopped ? STOPPED : HANDED_ON).add(file);
    boolean mustLoad = expected.startsWith("loads");
    assertThat(stopped).as(file).isEqualTo(!mustLoad && !FOR_THE_WORKER.contains(file));
  }

  /// Also looks at what is said.
  private static boolean stops(Path file) {
    try {
      PreScan scan = ModelReader.read(file).preScan();
      scan.findings()
          .forEach(
              item -> {
                assertThat(item.sentence()).endsWith(".").doesNotContain("<script>\u202E");
                assertThat(item.sentence().codePoints().anyMatch(c -> c < 32)).isFalse();
                assertThat(item.remedy()).endsWith(".");
                assertThat(item.code()).matches("MODEL-[A-Z0-9-]+");
              });
      return scan.verdict() == PreScan.Verdict.REFUSED;
    } catch (InputRejected refused) {
      assertThat(refused.sentence()).contains(file.getFileName().toString()).endsWith(".");
      return true;
    }
  }

  static Stream<Arguments> words() {
    return Stream.of(
        arguments("models/git_lfs_pointer.onnx", "Git LFS pointer"),
        arguments("models/html_error_page.onnx", "web page"),
        arguments("models/pickle_named.onnx", "pickle"),
        arguments("models/zip_named.onnx", "ZIP"),
        arguments("models/truncated.onnx", "cut short"),
        arguments("external/path_traversal.onnx", "../../../../../../../../etc/passwd"),
        arguments("external/missing_file.onnx", "not_there.bin"),
        arguments("external/short_file.onnx", "16 bytes"),
        arguments("models/unknown_op_domain.onnx", "FancyOp of domain com.example.custom"),
        arguments("models/unknown_op.onnx", "NoSuchOperator"),
        arguments("models/opset_too_new.onnx", "999"),
        arguments("models/ir_too_new.onnx", "999"),
        arguments("models/dangling_input.onnx", "'nowhere'"),
        arguments("models/huge_constant.onnx", "1.0 TiB"),
        arguments("crash/embed_scalar_beta.onnx", "EmbedLayerNormalization"),
        arguments("crash/rank_2p30.onnx", "1073741824 dimensions"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void theSentenceNamesTheCauseWhenAModelIsStopped(String file, String cause) {
    assertThat(refusal(Corpus.path("hostile/" + file))).contains(cause);
  }

  private static String refusal(Path file) {
    try {
      return ModelReader.read(file).preScan().findings().getFirst().sentence();
    } catch (InputRejected refused) {
      return refused.sentence();
    }
  }

  @Test
  void aSymbolicLinkOutOfTheFolderIsRefused() throws IOException {
    Path external = Files.createDirectory(folder.resolve("external"));
    Path model =
        Files.copy(Corpus.path("hostile/external/symlink.onnx"), external.resolve("symlink.onnx"));
    Path secret = Files.write(folder.resolve("secret.bin"), new byte[320]);
    Files.createSymbolicLink(external.resolve("link.bin"), secret);

    ModelArtefact artefact = ModelReader.read(model);

    assertThat(artefact.preScan().verdict()).isEqualTo(PreScan.Verdict.REFUSED);
    assertThat(refusal(model)).contains("link.bin").contains("leaves the model's folder");
    assertThat(artefact.externalData()).as("never read").isEmpty();
  }

  @Test
  void aModelBeyondTwoGigabytesIsRefusedUnread() throws IOException {
    Path file = folder.resolve("over_2gb.onnx");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    long start = System.nanoTime();

    assertThatThrownBy(() -> ModelReader.read(file))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("3221225472 bytes");
    assertThat(System.nanoTime() - start).isLessThan(500_000_000L);
  }

  @Test
  void aFolderIsNoModel() throws IOException {
    Path named = Files.createDirectory(folder.resolve("folder.onnx"));

    assertThatThrownBy(() -> ModelReader.read(named)).hasMessageContaining("is a folder");
  }

  @AfterAll
  static void count() {
    System.out.println(
        "hostile models: "
            + STOPPED.size()
            + " stopped before native code, "
            + HANDED_ON.size()
            + " harmless to hand on");
  }
}
