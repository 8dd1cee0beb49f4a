package dev.assay.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Starts [RecordingMain] in a JVM of its own.
final class RecordingProcess {

  private RecordingProcess() {}

  static Process start(Path workspace, int count, int first, Path template) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                RecordingMain.class.getName(),
                workspace.toString(),
                String.valueOf(count),
                String.valueOf(first),
                template.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
