package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `assay audit` is killed at random moments, by kill -9. What was acknowledged is there
/// afterwards, the workspace verifies, and no document is half-written. Ten cycles in a build;
/// `-Dassay.kill.cycles=50` for the whole proof.
class KillTest {

  private static final int CYCLES = Integer.getInteger("assay.kill.cycles", 5);

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostWhenAuditsAreKilled() throws Exception {
    Path workspace = folder.resolve("w.assay");
    Random random = new Random(7);
    List<String> acknowledged = new ArrayList<>();
    long whole = audit(workspace, folder.resolve("whole"), Long.MAX_VALUE, acknowledged);
    assertThat(acknowledged).hasSize(1);

    for (int cycle = 0; cycle < CYCLES; cycle++) {
      Path out = folder.resolve("out" + cycle);
      audit(workspace, out, (long) (random.nextDouble() * whole * 1.1), acknowledged);
      List<String> recorded = recorded(workspace);
      assertThat(recorded).as("after kill %d", cycle).containsAll(acknowledged);
      assertWholeDocuments(out);
    }
    System.out.println(
        "kill -9: "
            + CYCLES
            + " cycles, "
            + acknowledged.size()
            + " acknowledged, "
            + recorded(workspace).size()
            + " recorded");
  }

  private long audit(Path workspace, Path out, long killAfterMillis, List<String> acknowledged)
      throws Exception {
    Path answer = folder.resolve("answer.json");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.assay.app.Launcher",
                "audit",
                "--json",
                "--checks",
                "none",
                "--model",
                Corpus.path("models/german_gb.onnx").toString(),
                "--data",
                Corpus.path("datasets/german_test.csv").toString(),
                "--workspace",
                workspace.toString(),
                "--out",
                out.toString())
            .redirectOutput(answer.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.start();
    if (!process.waitFor(Math.min(killAfterMillis, 120_000), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
    String said = Files.readString(answer);
    if (said.stripTrailing().endsWith("}")) {
      acknowledged.add(
          new tools.jackson.databind.json.JsonMapper().readTree(said).get("id").asString());
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static List<String> recorded(Path workspace) {
    Cli cli = Cli.run("report", "--json", "--workspace", workspace.toString());
    assertThat(cli.exitCode()).as(cli.err()).isZero();
    return cli.json().values().stream().map(a -> a.get("id").asString()).toList();
  }

  private static void assertWholeDocuments(Path out) throws IOException {
    if (Files.exists(out)) {
      try (Stream<Path> files = Files.list(out)) {
        for (Path file :
            files.filter(f -> !f.getFileName().toString().endsWith(".part")).toList()) {
          assertThat(complete(file)).as("%s is whole", file).isTrue();
        }
      }
    }
  }

  private static boolean complete(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String end =
        new String(
            bytes,
            Math.max(0, bytes.length - 16),
            Math.min(16, bytes.length),
            java.nio.charset.StandardCharsets.ISO_8859_1);
    return switch (file.getFileName().toString()) {
      case "report.pdf" -> end.contains("%%EOF");
      case "report.html" -> end.contains("</html>");
      case "evaluation.json", "audit.json" -> end.stripTrailing().endsWith("}");
      default -> bytes.length > 0;
    };
  }
}
