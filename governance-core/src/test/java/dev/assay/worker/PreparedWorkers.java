package dev.assay.worker;

import dev.assay.common.Digest;
import dev.assay.common.WorkFailed;
import dev.assay.worker.cache.CacheFolder;
import dev.assay.worker.cache.ClassArchive;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives the workers of a whole build's tests the fast start that an installed Assay has: an
/// archive of classes serves packages only, so the folders of the build are packed, and processes
/// that tests start get the packages. Asked for by a system property, because it takes longer than
/// a few tests do.
public final class PreparedWorkers implements BeforeAllCallback {

  private static final String WANTED = "assay.workers.prepared";
  private static final String CLASS_PATH = "java.class.path";
  private static boolean done;

  @Override
  public void beforeAll(ExtensionContext context) {
    synchronized (PreparedWorkers.class) {
      if (!done && Boolean.getBoolean(WANTED)) {
        done = true;
        CacheFolder.ofUser(System.getenv()).ifPresent(PreparedWorkers::tryToPrepare);
      }
    }
  }

  private static void tryToPrepare(CacheFolder cache) {
    try {
      prepare(cache);
    } catch (IOException | WorkFailed failed) {
      System.err.println("tests' workers start without preparation: " + failed.getMessage());
    }
  }

  private static void prepare(CacheFolder cache) throws IOException {
    Path lock = cache.root().resolve("tests.lock");
    try (FileChannel file =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      System.setProperty(CLASS_PATH, packed(cache, System.getProperty(CLASS_PATH)));
      List<Path> classPath = Preparation.engines(cache, true).classPath();
      if (held.isValid() && new ClassArchive(cache, classPath).options().isEmpty()) {
        String sample =
            Path.of(System.getProperty("assay.root"), "resources/samples/lending/lending")
                .toString();
        PrepareMain.main(new String[] {sample + ".csv", sample + "_gbdt.onnx"});
      }
    }
  }

  private static String packed(CacheFolder cache, String classPath) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath().normalize();
      entries.add((Files.isDirectory(path) ? packed(cache, path) : path).toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Path packed(CacheFolder cache, Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    StringBuilder content = new StringBuilder();
    for (Path file : files) {
      content.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
    }
    byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
    String name = "tests-" + Digest.of(bytes).brief() + ".jar";
    Optional<Path> kept = cache.find(name);
    return kept.isPresent() ? kept.get() : cache.put(name, work -> pack(folder, files, work));
  }

  private static Path pack(Path folder, List<Path> files, Path work) throws IOException {
    Path jar = work.resolve("packed.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : files) {
        zip.putNextEntry(
            new ZipEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar;
  }
}
