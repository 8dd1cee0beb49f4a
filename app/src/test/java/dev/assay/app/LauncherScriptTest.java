package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `packaging/assay` in a folder of its own with a JDK and a Maven that only write down how they
/// were called.
class LauncherScriptTest {

  private static final Path SCRIPT =
      Path.of(System.getProperty("assay.root", "..")).resolve("packaging/assay");

  @TempDir Path folder;
  private Path root = Path.of("");
  private Path bin = Path.of("");
  private Path jdk = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectories(folder.resolve("a folder with spaces/assay"));
    bin = Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(root.resolve("packaging"));
    Files.copy(SCRIPT, root.resolve("packaging/assay"));
    executable(root.resolve("packaging/assay"));
    Files.createDirectories(root.resolve("app/src/main"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    jdk = jdk("jdk 25", "25.0.3");
    script(
        bin.resolve("mvn"),
        "echo \"$JAVA_HOME\" >> builds; sleep 0.4; mkdir -p app/target/lib",
        "touch app/target/app-1.jar app/target/app-1-tests.jar app/target/lib/b.jar"
            + " app/target/lib/a.jar");
  }

  @Test
  void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
    Run first = start(root.resolve("packaging/assay"), "inspect", "x y.csv");
    Run second = start(root.resolve("packaging/assay"), "--version");

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err()).startsWith("assay: building Assay with Maven, once").hasLineCount(1);
    assertThat(first.out())
        .contains("dev.assay.app.Launcher\ninspect\nx y.csv\n")
        .contains(
            root.resolve("app/target/app-1.jar")
                + ":"
                + root.resolve("app/target/lib/a.jar")
                + ":"
                + root.resolve("app/target/lib/b.jar"));
    assertThat(second.err()).isEmpty();
    assertThat(builds()).containsExactly(jdk.toString());
  }

  @Test
  void newerSourcesAreBuiltAgain() throws Exception {
    start(root.resolve("packaging/assay"));
    Path source = Files.writeString(root.resolve("app/src/main/A.java"), "class A {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

    start(root.resolve("packaging/assay"));

    assertThat(builds()).hasSize(2);
  }

  @Test
  void concurrentFirstStartsBuildOnce() throws Exception {
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      starts.add(process(root.resolve("packaging/assay"), "run" + i).start());
    }
    for (Process start : starts) {
      assertThat(start.waitFor()).isZero();
    }
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aSymbolicLinkFromElsewhereFindsItsHouse() throws Exception {
    Path link = Files.createSymbolicLink(bin.resolve("assay"), root.resolve("packaging/assay"));
    Path second = Files.createSymbolicLink(bin.resolve("second"), Path.of("assay"));

    assertThat(start(second).out()).contains(root.resolve("app/target/app-1.jar").toString());
    assertThat(link).exists();
  }

  @Test
  void anOlderJavaHomeIsPassedOver() throws Exception {
    Path old = jdk("jdk 17", "17.0.15");
    ProcessBuilder builder = process(root.resolve("packaging/assay"));
    builder.environment().put("JAVA_HOME", old.toString());
    builder.environment().merge("PATH", jdk.resolve("bin") + ":", (path, first) -> first + path);

    Run run = Run.of(builder);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith(jdk.toString());
  }

  @Test
  void aFailedBuildShowsItsLogAndStartsNothing() throws Exception {
    script(bin.resolve("mvn"), "echo 'no such dependency'", "exit 1");

    Run run = start(root.resolve("packaging/assay"));

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no such dependency").contains("the build failed");
  }

  @Test
  void theRuntimeForGraphicsProcessorsIsBuiltWhenAskedForAndKeptTo() throws Exception {
    start(root.resolve("packaging/assay"));
    script(
        bin.resolve("mvn"),
        "echo \"$@\" >> calls; mkdir -p app/target/lib; touch app/target/app-1.jar",
        "case \"$*\" in *-Pgpu*) touch app/target/lib/onnxruntime_gpu-1.jar ;; *) touch"
            + " app/target/lib/onnxruntime-1.jar ;; esac");

    Run asked = withRuntime("gpu");
    Run kept = start(root.resolve("packaging/assay"), "doctor");
    Run back = withRuntime("cpu");
    Run again = withRuntime("gpu");

    assertThat(asked.out()).contains("onnxruntime_gpu-1.jar");
    assertThat(kept.out()).contains("onnxruntime_gpu-1.jar").doesNotContain("onnxruntime-1.jar");
    assertThat(back.out()).contains("onnxruntime-1.jar").doesNotContain("onnxruntime_gpu-1.jar");
    assertThat(again.out()).contains("onnxruntime_gpu-1.jar").doesNotContain("onnxruntime-1.jar");
    assertThat(Files.readAllLines(root.resolve("calls")))
        .as("one build each way")
        .hasSize(2)
        .first()
        .asString()
        .contains("-Pgpu");
    Run odd = withRuntime("tpu");
    assertThat(odd.code()).isEqualTo(4);
    assertThat(odd.err()).contains("ASSAY_RUNTIME is 'tpu'");
  }

  private Run withRuntime(String runtime) throws Exception {
    ProcessBuilder builder = process(root.resolve("packaging/assay"), "doctor");
    builder.environment().put("ASSAY_RUNTIME", runtime);
    return Run.of(builder);
  }

  @Test
  void theExitCodeIsTheCommandsOwn() throws Exception {
    start(root.resolve("packaging/assay"));
    script(jdk.resolve("bin/java"), "exit 5");

    assertThat(start(root.resolve("packaging/assay"), "gate").code()).isEqualTo(5);
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(
        home.resolve("bin/java"), "echo \"" + home + "\"", "for a in \"$@\"; do echo \"$a\"; done");
    return home;
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
    executable(file);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(root.resolve("builds"));
  }

  private Run start(Path script, String... arguments) throws Exception {
    return Run.of(process(script, arguments));
  }

  private ProcessBuilder process(Path script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", jdk.toString());
    environment.merge("PATH", bin + ":", (path, first) -> first + path);
    return builder;
  }

  private record Run(int code, String out, String err) {
    static Run of(ProcessBuilder builder) throws Exception {
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), out, err);
    }
  }
}
