package dev.assay.inference.tokenize;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import dev.assay.common.WorkFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The native library of the tokenizers, loaded once a process.
///
/// decision: loaded here and not by the library's own loader, which looks for GPUs, keeps a folder
/// in the user's home and belongs to classes that report their use over the network.
final class NativeTokenizers {

  /// Names the folder in which the library was unpacked before.
  static final String FOLDER_PROPERTY = "assay.tokenizers.folder";

  private static final TokenizersLibrary LIBRARY = load();

  private NativeTokenizers() {}

  static TokenizersLibrary library() {
    return LIBRARY;
  }

  @SuppressWarnings("restricted") // loading native code is what this class is for
  private static TokenizersLibrary load() {
    try {
      String kept = System.getProperty(FOLDER_PROPERTY);
      for (String name : names()) {
        System.load((kept == null ? unpacked(name) : Path.of(kept, name)).toString());
      }
      return TokenizersLibrary.LIB;
    } catch (IOException | UnsatisfiedLinkError e) {
      throw new WorkFailed(
          "TOKENIZER-ENGINE",
          "The tokenizers' native library cannot be loaded on "
              + platform()
              + ": "
              + e.getMessage()
              + ".",
          "'assay doctor' says what is missing.",
          e);
    }
  }

  private static List<String> names() {
    String own = System.mapLibraryName("tokenizers");
    return own.endsWith(".dll")
        ? List.of("libwinpthread-1.dll", "libgcc_s_seh-1.dll", "libstdc++-6.dll", own)
        : List.of(own);
  }

  private static Path unpacked(String name) throws IOException {
    String place = "/native/lib/%s/cpu/%s".formatted(platform(), name);
    try (InputStream in = TokenizersLibrary.class.getResourceAsStream(place)) {
      if (in == null) {
        throw new IOException("there is none for this platform");
      }
      Path folder = Files.createTempDirectory("assay-tokenizers-");
      Path file = folder.resolve(name);
      Files.copy(in, file);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    String name = system.contains("mac") ? "osx" : system.startsWith("windows") ? "win" : "linux";
    return name + "-" + processor;
  }
}
