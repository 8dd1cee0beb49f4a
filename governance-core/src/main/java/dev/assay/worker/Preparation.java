package dev.assay.worker;

import dev.assay.worker.cache.CacheFolder;
import dev.assay.worker.cache.ClassArchive;
import dev.assay.worker.cache.UnpackedEngines;
import java.io.File;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What makes a child start faster. Nothing depends on it.
///
/// @param classPath entries of the class path to use
/// @param options further options of the JVM
record Preparation(List<Path> classPath, List<String> options) {

  /// Nothing prepared: this process' own class path.
  static Preparation none() {
    return new Preparation(ownClassPath(), List.of());
  }

  /// What is kept in the user's cache. A child whose first request needs the engines has them
  /// unpacked there when they are not yet: it would unpack them itself otherwise, for itself alone.
  static Preparation kept(Request first) {
    return of(CacheFolder.ofUser(System.getenv()), needsEngines(first));
  }

  /// What is kept in this cache.
  ///
  /// @param unpack whether engines are unpacked when they are not yet
  static Preparation of(Optional<CacheFolder> cache, boolean unpack) {
    if (cache.isEmpty()) {
      return none();
    }
    Preparation engines = engines(cache.get(), unpack);
    List<String> options = new ArrayList<>(engines.options());
    options.addAll(new ClassArchive(cache.get(), engines.classPath()).options());
    return new Preparation(engines.classPath(), options);
  }

  /// Unpacked engines alone.
  static Preparation engines(CacheFolder cache, boolean unpack) {
    List<Path> own = ownClassPath();
    return UnpackedEngines.of(cache, own, unpack)
        .map(engines -> new Preparation(engines.classPath(own), engines.options()))
        .orElseGet(Preparation::none);
  }

  private static boolean needsEngines(Request request) {
    return switch (request) {
      case Request.Ping ignored -> false;
      case Request.Cancel ignored -> false;
      case Request.Inspect ignored -> false;
      case Request.Graph ignored -> false;
      case Request.Contents ignored -> false;
      case Request.Unpack ignored -> false;
      case Request.Look ignored -> false;
      case Request.Engines ignored -> true;
      case Request.Devices ignored -> true;
      case Request.Import ignored -> true;
      case Request.Score ignored -> true;
      case Request.Attend ignored -> true;
      case Request.Tokens ignored -> true;
      case Request.Masked ignored -> true;
      case Request.Continue ignored -> true;
      case Request.Measure ignored -> true;
      case Request.Cost ignored -> true;
      case Request.Tune ignored -> true;
      case Request.Choose ignored -> true;
    };
  }

  /// This process' class path. Where the worker lies in a jar, folders beside it (an application's
  /// or a test's classes) hold nothing that it needs, and an archive of classes suffers none.
  private static List<Path> ownClassPath() {
    List<Path> all =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath())
            .filter(Files::exists)
            .toList();
    return isInJar() ? all.stream().filter(Files::isRegularFile).toList() : all;
  }

  private static boolean isInJar() {
    URL own = WorkerMain.class.getResource("WorkerMain.class");
    return own != null && own.getProtocol().equals("jar");
  }
}
