package dev.assay.worker.cache;

import dev.assay.common.Digest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The JVM's archive of loaded classes (`-XX:AOTCache`) for one class path. Made from a run over
/// trusted files alone, because a worker that was taken over could write into it what it likes.
///
/// @param cache where it is kept
/// @param classPath entries that it is good for
public record ClassArchive(CacheFolder cache, List<Path> classPath) {

  private static final String FILE = "worker.aot";
  private static final long PATIENCE_SECONDS = 120;

  /// Options of the JVM that use the archive; none when there is none. The JVM itself leaves a
  /// stale or damaged one alone.
  public List<String> options() {
    return name().flatMap(cache::find).map(this::use).orElse(List.of());
  }

  private List<String> use(Path folder) {
    CacheFolder.touch(folder);
    return List.of("-XX:AOTCache=" + folder.resolve(FILE));
  }

  /// Options of the JVM that record what a run loads.
  ///
  /// @param recording file that receives it
  public static List<String> recordingOptions(Path recording) {
    return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording);
  }

  /// Makes the archive from a recording.
  ///
  /// @param java the JDK's `java`
  /// @param recording what a run loaded
  /// @param options further options of the JVM, as the worker has them
  /// @return whether there is an archive now
  public boolean make(Path java, Path recording, List<String> options) throws IOException {
    Optional<String> name = name();
    if (name.isEmpty() || !Files.isRegularFile(recording)) {
      return false;
    }
    cache.put(name.get(), work -> assemble(java, recording, options, work));
    return true;
  }

  private Path assemble(Path java, Path recording, List<String> options, Path work)
      throws IOException {
    Path folder = Files.createDirectory(work.resolve("archive"));
    List<String> command = new java.util.ArrayList<>(List.of(java.toString()));
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:AOTMode=create",
            "-XX:AOTConfiguration=" + recording,
            "-XX:AOTCache=" + folder.resolve(FILE),
            "-cp",
            String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList())));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0 || !Files.exists(folder.resolve(FILE))) {
        throw new IOException("the archive of classes was not made");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
    return folder;
  }

  /// Name of the archive: it is good for these files and this Java only; absent when the class path
  /// has folders, which archives do not support.
  private Optional<String> name() {
    StringBuilder content = new StringBuilder(Runtime.version().toString());
    content.append(System.getProperty("java.home"));
    try {
      for (Path entry : classPath) {
        if (Files.isDirectory(entry)) {
          return Optional.empty();
        }
        content.append('\n').append(entry).append(Files.size(entry));
        content.append(Files.getLastModifiedTime(entry).toMillis());
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
    return Optional.of("classes-" + Digest.of(bytes).brief());
  }
}
