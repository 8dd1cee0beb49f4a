package dev.assay.inference.onnx;

import dev.assay.common.Visible;
import dev.assay.inference.Accelerator;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which library an execution provider lacks. ONNX Runtime only says that it could not be loaded;
/// the system's loader names the first that it did not find.
final class MissingLibrary {

  private static final Pattern NOT_FOUND =
      Pattern.compile("([\\w.+-]+\\.(?:so|dylib)[\\w.]*): cannot open shared object file");
  private static final String DEPENDENT = "dependent libraries";
  private static final String UNPACKED = "onnxruntime-java*";
  private static final int NAME_LIMIT = 80;

  private MissingLibrary() {}

  /// Tries to load the provider's own library.
  ///
  /// @return "its library libcublas.so.12 was not found", absent when that is not why it fails
  static Optional<String> of(Accelerator kind) {
    return library(kind).flatMap(MissingLibrary::reason);
  }

  private static Optional<String> reason(Path library) {
    try {
      System.load(library.toAbsolutePath().toString());
      return Optional.empty();
    } catch (UnsatisfiedLinkError refused) {
      return said(String.valueOf(refused.getMessage()));
    }
  }

  /// Reads what the loader says.
  static Optional<String> said(String message) {
    Matcher missing = NOT_FOUND.matcher(message);
    if (missing.find()) {
      return Optional.of(
          "its library " + Visible.of(missing.group(1), NAME_LIMIT) + " was not found");
    }
    return message.toLowerCase(Locale.ROOT).contains(DEPENDENT)
        ? Optional.of("a library that it needs was not found")
        : Optional.empty();
  }

  /// Where the runtime has its provider's library: where it was told to look, or where it unpacked
  /// it itself.
  private static Optional<Path> library(Accelerator kind) {
    String name = System.mapLibraryName("onnxruntime_providers_" + kind.option());
    String told = System.getProperty("onnxruntime.native.path");
    if (told != null) {
      return Optional.of(Path.of(told, name)).filter(Files::isRegularFile);
    }
    try (DirectoryStream<Path> unpacked =
        Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), UNPACKED)) {
      for (Path folder : unpacked) {
        if (Files.isRegularFile(folder.resolve(name))) {
          return Optional.of(folder.resolve(name));
        }
      }
    } catch (IOException unreadable) {
      // decision: then the runtime's own words have to do
    }
    return Optional.empty();
  }
}
