package dev.assay.app.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window under an X server (Xvfb) with GTK: it opens, a click of the mouse leads somewhere,
/// and the start is measured by the application itself. `apt-get install xvfb libgtk-3-0` on
/// machines that have neither.
class RealDisplayTest {

  private static final int DISPLAY = 91;
  private static final long PATIENCE_SECONDS = 150;

  @TempDir Path folder;

  @Test
  void theWindowOpensOnARealDisplayAndAClickLeadsSomewhere() throws Exception {
    assumeThat(onPath("Xvfb"))
        .as("Xvfb is not installed: apt-get install xvfb libgtk-3-0")
        .isTrue();
    Process server =
        new ProcessBuilder("Xvfb", ":" + DISPLAY, "-screen", "0", "1400x900x24", "-nolisten", "tcp")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      await(Path.of("/tmp/.X11-unix/X" + DISPLAY));
      Path picture = Path.of("target", "screens", "real-display.png").toAbsolutePath();
      Files.deleteIfExists(picture);
      String said = java(RealWindowMain.class.getName(), folder.toString(), picture.toString());
      assertThat(said).contains("the click led to the policies");
      assertThat(colours(picture)).as("colours on the screen").isGreaterThan(20);
      String started = java("dev.assay.app.Launcher", WindowApplication.STARTUP_REPORT);
      assertThat(started).containsPattern("startup to usable window, milliseconds: \\d+");
      System.out.print(
          "real display: "
              + started.lines().filter(l -> l.startsWith("startup")).findFirst().orElse("")
              + "\n");
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private String java(String main, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx1g",
            "-Dprism.order=sw",
            "-Duser.home=" + folder,
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            main));
    command.addAll(List.of(args));
    Path output = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("DISPLAY", ":" + DISPLAY);
    builder.environment().remove("WAYLAND_DISPLAY");
    Process process = builder.start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended).as("did not end: " + said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private static long colours(Path picture) throws IOException {
    var image = ImageIO.read(picture.toFile());
    return Stream.iterate(0, i -> i < image.getWidth() * image.getHeight(), i -> i + 37)
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .distinct()
        .count();
  }

  private static void await(Path socket) throws InterruptedException {
    for (int i = 0; i < 200 && !Files.exists(socket); i++) {
      Thread.sleep(50);
    }
    assertThat(socket).exists();
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
