package dev.assay.usecase;

import dev.assay.usecase.Examination.Place;
import dev.assay.usecase.Examination.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Looks at the folders that Assay writes to. The workspace file itself is never opened here: that
/// would drop the locks of a connection to it.
final class Places {

  private static final List<String> NETWORK = List.of("nfs", "cifs", "smb", "fuse.sshfs", "9p");

  private Places() {}

  /// The workspace, or the nearest folder above it that exists.
  static Place workspace(Path file) {
    boolean exists = Files.exists(file);
    Path present = present(file);
    return new Place(
        "workspace", file.toString(), exists, Files.isWritable(present), free(present));
  }

  /// The folder of temporary files, tried by making one.
  static Place temporaryFiles() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    return new Place(
        "temporary files",
        folder.toString(),
        Files.isDirectory(folder),
        takes(folder),
        free(folder));
  }

  /// Adds what is wrong with a place.
  static void problems(Place place, long littleSpace, List<Problem> problems) {
    if (!place.writable()) {
      problems.add(
          new Problem(
              "The folder of the " + place.purpose() + " cannot be written: " + place.path() + ".",
              place.purpose().equals("workspace")
                  ? "Choose another file with --workspace."
                  : "Set -Djava.io.tmpdir in ASSAY_JAVA_OPTS to a folder that can be written."));
    }
    if (place.freeBytes() >= 0 && place.freeBytes() < littleSpace) {
      problems.add(
          new Problem(
              String.format(
                  Locale.ROOT,
                  "Only %,d MiB are free for the %s at %s.",
                  place.freeBytes() >> 20,
                  place.purpose(),
                  place.path()),
              "Make room, or choose another place."));
    }
    String type = type(present(Path.of(place.path())));
    if (place.purpose().equals("workspace") && NETWORK.stream().anyMatch(type::startsWith)) {
      problems.add(
          new Problem(
              "The workspace lies on a network file system ("
                  + type
                  + "), whose locks SQLite"
                  + " cannot rely on.",
              "Choose a file on a local disk with --workspace."));
    }
  }

  private static Path present(Path file) {
    @Nullable Path candidate = file.toAbsolutePath();
    while (candidate != null && !Files.exists(candidate)) {
      candidate = candidate.getParent();
    }
    return candidate == null ? file.toAbsolutePath() : candidate;
  }

  private static boolean takes(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, "assay-doctor-", ".tmp"));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static long free(Path present) {
    try {
      return Files.getFileStore(present).getUsableSpace();
    } catch (IOException unknown) {
      return -1;
    }
  }

  private static String type(Path present) {
    try {
      return Files.getFileStore(present).type();
    } catch (IOException unknown) {
      return "";
    }
  }
}
