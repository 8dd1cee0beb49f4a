package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Import, tokenise, score and report need no network: they run where there is none, and in a
/// process that dies at the first attempt to use one.
@EnabledOnOs(OS.LINUX)
class NoNetworkTest {

  private static final Path SAMPLE =
      Path.of(System.getProperty("assay.root", "..")).resolve("resources/samples/messages");
  private static final int LINES = 201;

  @TempDir Path folder;

  private record Ended(int exitCode, String output) {}

  @Test
  void anAuditOfATextModelAttemptsNoConnectionWhereThereIsNoNetwork() throws Exception {
    List<String> without = withoutNetwork();
    Path data = folder.resolve("messages.csv");
    Files.write(data, Files.readAllLines(SAMPLE.resolve("messages.csv")).subList(0, LINES));
    Files.copy(SAMPLE.resolve("messages.dataset.json"), folder.resolve("messages.dataset.json"));
    Path out = folder.resolve("out");

    Ended audit =
        run(
            without,
            "audit",
            "--checks",
            "none",
            "--workspace",
            folder.resolve("w.assay").toString(),
            "--model",
            SAMPLE.resolve("messages_bert").toString(),
            "--data",
            data.toString(),
            "--out",
            out.toString());

    assertThat(audit.exitCode()).as(audit.output()).isIn(0, 1, 5);
    assertThat(List.of("evaluation.json", "audit.json", "report.html", "report.pdf"))
        .allSatisfy(name -> assertThat(out.resolve(name)).isNotEmptyFile());
    assertThat(Files.readString(out.resolve("evaluation.json"))).contains("\"style\"");
    if (!without.isEmpty()) {
      assertThat(audit.output().lines().filter(line -> line.startsWith("network: ")))
          .hasSize(2)
          .allMatch(line -> line.equals("network: interfaces=lo routes=0 sent=0"));
    }
  }

  @Test
  void theKernelKillsAProcessThatTriesToConnect() throws Exception {
    Ended tried = run(List.of(), Unconnected.TRY);

    int killedByBadCall = 128 + 31;
    assertThat(tried.exitCode()).as(tried.output()).isEqualTo(killedByBadCall);
  }

  /// How to start a program without any interface: as root directly, else as root of a namespace of
  /// users. Where neither is allowed the filter alone has to prove it, and that is said.
  private List<String> withoutNetwork() throws Exception {
    for (List<String> start : List.of(List.of("unshare", "-n"), List.of("unshare", "-rn"))) {
      List<String> nothing = new ArrayList<>(start);
      nothing.add("true");
      try {
        if (ended(new ProcessBuilder(nothing)).exitCode() == 0) {
          return start;
        }
      } catch (IOException absent) {
        // the next way, or none
      }
    }
    System.err.println(
        "NO NAMESPACE OF NETWORKS IS ALLOWED HERE: the audit runs where there is a network, under a filter that kills it at the first attempt to use it.");
    return List.of();
  }

  private Ended run(List<String> start, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(start);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-XX:-CreateCoredumpOnCrash",
            "-cp",
            System.getProperty("java.class.path"),
            Unconnected.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("ASSAY_SCORE_CACHE", "off");
    return ended(builder);
  }

  private Ended ended(ProcessBuilder builder) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Ended(process.waitFor(), Files.readString(output));
  }
}
