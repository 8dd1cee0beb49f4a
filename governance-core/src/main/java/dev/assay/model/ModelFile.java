package dev.assay.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A file that parses as an ONNX model.
///
/// @param path as given
/// @param bytes size of the file
/// @param proto structure without the contents of large tensors
record ModelFile(Path path, long bytes, ModelProto proto) {

  private static final int SNIFFED = 512;
  private static final int NAME_LENGTH = 120;

  /// @throws InputRejected when it is no ONNX model at all; says what it is instead where that can
  ///   be told
  static ModelFile open(Path path) {
    return open(path, false);
  }

  /// The same; every tensor also tells the digest of its content.
  static ModelFile openWithDigests(Path path) {
    return open(path, true);
  }

  private static ModelFile open(Path path, boolean digesting) {
    if (Files.isDirectory(path)) {
      throw folder(path);
    }
    if (!Files.isRegularFile(path)) {
      throw rejected("MODEL-NO-FILE", path, "is no file", "Give the path of an .onnx file.");
    }
    try {
      long bytes = Files.size(path);
      if (bytes > Integer.MAX_VALUE) {
        throw rejected(
            "MODEL-TOO-LARGE",
            path,
            "has " + bytes + " bytes, and a protobuf message ends at 2 GiB",
            "Export the model with its weights as external data.");
      }
      if (bytes == 0) {
        throw notOnnx(path, "is empty (0 bytes)");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return parsed(path, bytes, in, digesting);
      }
    } catch (InvalidProtocolBufferException e) {
      throw broken(path, e);
    } catch (IOException e) {
      throw new InputRejected(
          "MODEL-UNREADABLE",
          named(path) + " cannot be read: " + Visible.of(String.valueOf(e.getMessage()), 200) + ".",
          "Check that the file is there and that you may read it.",
          e);
    }
  }

  private static ModelFile parsed(Path path, long bytes, InputStream in, boolean digesting)
      throws IOException {
    ModelProto proto = ModelSkim.read(in, (int) bytes, digesting);
    if (!proto.hasGraph() || proto.getIrVersion() == 0) {
      throw notOnnx(
          path, lookalike(path).orElse("parses as protobuf, but holds no graph and no IR version"));
    }
    return new ModelFile(path, bytes, proto);
  }

  private static InputRejected folder(Path path) {
    return rejected(
        "MODEL-FOLDER", path, "is a folder, not an ONNX file", "Give the path of an .onnx file.");
  }

  private static InputRejected broken(Path path, InvalidProtocolBufferException e) {
    String why = String.valueOf(e.getMessage());
    String said =
        lookalike(path)
            .orElseGet(
                () -> {
                  boolean ownWords = why.startsWith("it") || why.startsWith("byte ");
                  return ownWords || why.startsWith("a list")
                      ? "is no valid ONNX file: " + why
                      : "is no valid ONNX file: it is cut short or damaged"
                          + " (its protobuf does not parse)";
                });
    return notOnnx(path, said);
  }

  private static InputRejected notOnnx(Path path, String what) {
    return rejected(
        "MODEL-NOT-ONNX", path, what, "Export the model again, or fetch the file again.");
  }

  private static InputRejected rejected(String code, Path path, String what, String remedy) {
    return new InputRejected(code, named(path) + " " + what + ".", remedy);
  }

  private static String named(Path path) {
    return "Model " + Visible.of(String.valueOf(path.getFileName()), NAME_LENGTH);
  }

  /// What the file is instead, told from its first bytes.
  private static Optional<String> lookalike(Path path) {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(SNIFFED);
    } catch (IOException e) {
      return Optional.empty();
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    String lower = text.stripLeading().toLowerCase(Locale.ROOT);
    if (text.startsWith("version https://git-lfs")) {
      return Optional.of("is a Git LFS pointer, not the model: run `git lfs pull` to fetch it");
    }
    if (lower.startsWith("<!doctype") || lower.startsWith("<html")) {
      return Optional.of("is a web page, probably an error page saved instead of the model");
    }
    if (text.startsWith("PK\u0003\u0004")) {
      return Optional.of("is a ZIP archive (a PyTorch file or a package), not an ONNX model");
    }
    if (head.length > 2 && (head[0] & 0xFF) == 0x80 && head[1] >= 2 && head[1] <= 5) {
      return Optional.of("is a Python pickle, which Assay never opens because it can run code");
    }
    if (text.startsWith("\u0089HDF")) {
      return Optional.of("is an HDF5 file (Keras), not an ONNX model");
    }
    if (text.startsWith("\u001f\u008b")) {
      return Optional.of("is compressed with gzip, not an ONNX model");
    }
    boolean plain = text.chars().allMatch(c -> (c >= 32 && c < 127) || c == '\n' || c == '\r');
    return plain ? Optional.of("is a text file, not an ONNX model") : Optional.empty();
  }
}
