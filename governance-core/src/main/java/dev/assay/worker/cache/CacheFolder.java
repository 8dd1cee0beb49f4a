package dev.assay.worker.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// This user's folder of things that can be made again. What is in it is loaded as code, so it is
/// used only when nobody else can write to it.
///
/// @param root the folder
public record CacheFolder(Path root) {

  /// The environment variable that names another folder.
  public static final String VARIABLE = "ASSAY_CACHE";

  private static final Duration KEPT_UNUSED = Duration.ofDays(30);
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("----w--w-");

  /// The folder by the custom of the platform, made when absent; absent when it cannot be made or
  /// others can write to it.
  ///
  /// @param environment of this process
  public static Optional<CacheFolder> ofUser(Map<String, String> environment) {
    try {
      Path root = place(environment);
      makePrivate(root);
      return isOurs(root) ? Optional.of(new CacheFolder(root)) : Optional.empty();
    } catch (IOException | UnsupportedOperationException | SecurityException notOffered) {
      return Optional.empty();
    }
  }

  private static Path place(Map<String, String> environment) {
    String chosen = environment.getOrDefault(VARIABLE, "");
    String home = System.getProperty("user.home");
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (!chosen.isBlank()) {
      return Path.of(chosen).toAbsolutePath();
    }
    if (system.contains("mac")) {
      return Path.of(home, "Library", "Caches", "assay");
    }
    if (system.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", home);
      return Path.of(local, "assay", "cache");
    }
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    return caches.isBlank() ? Path.of(home, ".cache", "assay") : Path.of(caches, "assay");
  }

  private static void makePrivate(Path root) throws IOException {
    Path parent = root.getParent();
    if (Files.exists(root) || parent == null) {
      return;
    }
    Files.createDirectories(parent);
    Path fresh = Files.createTempDirectory(parent, ".assay-");
    try {
      Files.move(fresh, root, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      if (!Files.exists(root)) {
        throw e;
      }
    }
  }

  private static boolean isOurs(Path root) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(root, PosixFileAttributeView.class);
    if (view == null) {
      return true;
    }
    var attributes = view.readAttributes();
    return attributes.owner().getName().equals(System.getProperty("user.name"))
        && attributes.permissions().stream().noneMatch(OTHERS::contains);
  }

  /// What was put here under this name.
  public Optional<Path> find(String name) {
    Path entry = root.resolve(name);
    return Files.exists(entry) ? Optional.of(entry) : Optional.empty();
  }

  /// What was put here under names that begin so.
  public List<Path> startingWith(String prefix) {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(entry -> String.valueOf(entry.getFileName()).startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /// Puts a file or folder here, whole or not at all; when another process was faster, its own
  /// stays. Entries that have not been used for a month are removed.
  ///
  /// @param name name of the entry
  /// @param maker fills the new, empty folder that it is given and says what becomes the entry
  /// @return the entry
  public Path put(String name, Maker maker) throws IOException {
    Path work = Files.createTempDirectory(root, ".new-");
    try {
      Path made = maker.make(work);
      try {
        Files.move(made, root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (!Files.exists(root.resolve(name))) {
          throw e;
        }
      }
      removeUnused();
      return root.resolve(name);
    } finally {
      Trees.remove(work);
    }
  }

  /// Makes an entry.
  @FunctionalInterface
  public interface Maker {
    /// Makes the entry.
    ///
    /// @param work an empty folder
    /// @return the entry: the folder or something in it
    Path make(Path work) throws IOException;
  }

  /// Notes that an entry is used.
  public static void touch(Path entry) {
    try {
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
    } catch (IOException readOnly) {
      // decision: it will be made again when it is removed as unused
    }
  }

  private void removeUnused() throws IOException {
    Instant oldest = Instant.now().minus(KEPT_UNUSED);
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : entries.toList()) {
        if (Files.getLastModifiedTime(entry).toInstant().isBefore(oldest)) {
          Trees.remove(entry);
        }
      }
    }
  }
}
