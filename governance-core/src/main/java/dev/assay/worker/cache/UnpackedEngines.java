package dev.assay.worker.cache;

import dev.assay.common.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The native libraries of DuckDB, ONNX Runtime and the tokenizers, unpacked once: otherwise each
/// process would unpack a hundred megabytes of them again.
///
/// @param folder where they are
public record UnpackedEngines(Path folder) {

  private static final String DUCKDB_JAR = "duckdb_jdbc.jar";
  private static final String DUCKDB_LIBRARY = "libduckdb_java.so_";
  private static final String ONNX_FOLDER = "onnxruntime";
  private static final String TOKENIZERS_FOLDER = "tokenizers";
  private static final String TOKENIZERS_LIBRARIES = "native/lib/";
  private static final String ONNX_LIBRARIES = "ai/onnxruntime/native/";

  /// The libraries in these packages.
  ///
  /// @param classPath entries of the class path
  /// @param make whether they are to be unpacked when they are not yet
  /// @return absent when there are none for this platform, or they cannot be kept
  public static Optional<UnpackedEngines> of(
      CacheFolder cache, List<Path> classPath, boolean make) {
    Optional<Path> duckDb = jar(classPath, "duckdb_jdbc-");
    Optional<Path> onnx = jar(classPath, "onnxruntime");
    Optional<Path> tokenizers = jar(classPath, "tokenizers-");
    if (duckDb.isEmpty() || onnx.isEmpty() || tokenizers.isEmpty()) {
      return Optional.empty();
    }
    try {
      Jars jars = new Jars(duckDb.get(), onnx.get(), tokenizers.get());
      String name = "engines-" + key(jars);
      Optional<Path> kept = cache.find(name);
      kept.ifPresent(CacheFolder::touch);
      if (kept.isEmpty() && make) {
        kept = Optional.of(cache.put(name, work -> unpack(jars, work)));
      }
      return kept.map(UnpackedEngines::new);
    } catch (IOException unusable) {
      return Optional.empty();
    }
  }

  /// The class path with DuckDB's package replaced by one that has no native library, so that its
  /// loader takes the unpacked one.
  public List<Path> classPath(List<Path> classPath) {
    return classPath.stream()
        .map(entry -> isJar(entry, "duckdb_jdbc-") ? folder.resolve(DUCKDB_JAR) : entry)
        .toList();
  }

  /// Options of the JVM that point at the unpacked libraries.
  public List<String> options() {
    return List.of(
        "-Djava.library.path=" + folder,
        "-Donnxruntime.native.path=" + folder.resolve(ONNX_FOLDER),
        "-Dassay.tokenizers.folder=" + folder.resolve(TOKENIZERS_FOLDER));
  }

  private static Optional<Path> jar(List<Path> classPath, String prefix) {
    return classPath.stream().filter(entry -> isJar(entry, prefix)).findFirst();
  }

  private static boolean isJar(Path entry, String prefix) {
    String name = String.valueOf(entry.getFileName());
    return name.startsWith(prefix) && name.endsWith(".jar");
  }

  /// The packages that hold the libraries.
  private record Jars(Path duckDb, Path onnx, Path tokenizers) {}

  private static String key(Jars jars) throws IOException {
    StringBuilder content = new StringBuilder();
    for (Path jar : List.of(jars.duckDb(), jars.onnx(), jars.tokenizers())) {
      content.append(jar.getFileName()).append(':').append(Files.size(jar)).append(':');
    }
    content.append(platform());
    return Digest.of(content.toString().getBytes(StandardCharsets.UTF_8)).brief();
  }

  private static String platform() {
    return (System.getProperty("os.name") + "-" + System.getProperty("os.arch"))
        .toLowerCase(Locale.ROOT);
  }

  private static Path unpack(Jars jars, Path work) throws IOException {
    Path folder = Files.createDirectory(work.resolve("engines"));
    withoutLibraries(jars.duckDb(), folder.resolve(DUCKDB_JAR));
    try (ZipFile zip = new ZipFile(jars.duckDb().toFile())) {
      unpackEntry(
          zip,
          DUCKDB_LIBRARY + duckDbPlatform(),
          folder.resolve(System.mapLibraryName("duckdb_java")));
    }
    all(
        jars.onnx(),
        ONNX_LIBRARIES + onnxPlatform() + "/",
        Files.createDirectory(folder.resolve(ONNX_FOLDER)));
    all(
        jars.tokenizers(),
        TOKENIZERS_LIBRARIES + tokenizersPlatform() + "/cpu/",
        Files.createDirectory(folder.resolve(TOKENIZERS_FOLDER)));
    return folder;
  }

  /// Unpacks every library of a folder in a package.
  private static void all(Path jar, String prefix, Path into) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(e -> e.getName().startsWith(prefix) && !e.isDirectory())
              .filter(e -> e.getName().indexOf('/', prefix.length()) < 0)
              .toList();
      if (entries.isEmpty()) {
        throw new IOException("no native libraries in " + prefix);
      }
      for (ZipEntry entry : entries) {
        unpackEntry(zip, entry.getName(), into.resolve(entry.getName().substring(prefix.length())));
      }
    }
  }

  private static void withoutLibraries(Path jar, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(target);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.getName().startsWith(DUCKDB_LIBRARY)) {
          ZipEntry copy = new ZipEntry(entry.getName());
          copy.setTime(entry.getTime());
          out.putNextEntry(copy);
          try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(out);
          }
          out.closeEntry();
        }
      }
    }
  }

  private static void unpackEntry(ZipFile zip, String name, Path target) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("no " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, target);
    }
  }

  private static String duckDbPlatform() {
    return system("linux", "macos", "windows") + "_" + processor("amd64", "arm64");
  }

  private static String onnxPlatform() {
    return system("linux", "osx", "win") + "-" + processor("x64", "aarch64");
  }

  private static String tokenizersPlatform() {
    return system("linux", "osx", "win") + "-" + processor("x86_64", "aarch64");
  }

  private static String system(String linux, String mac, String windows) {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.contains("mac") ? mac : name.startsWith("windows") ? windows : linux;
  }

  private static String processor(String intel, String arm) {
    return System.getProperty("os.arch").equals("aarch64") ? arm : intel;
  }
}
