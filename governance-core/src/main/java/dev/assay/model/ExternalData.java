package dev.assay.model;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where a tensor says its content lies outside the model's file, and whether that may be read:
/// only regular files inside the model's folder, reached without leaving it.
///
/// @param location as written in the model; empty when missing
/// @param offset where the content begins
/// @param length bytes of the content, -1 when not said
record ExternalData(String location, long offset, long length) {

  static boolean isExternal(TensorProto tensor) {
    return tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL
        || tensor.getExternalDataCount() > 0;
  }

  /// @throws IllegalArgumentException with what is wrong, as the end of a sentence
  static ExternalData of(TensorProto tensor) {
    Map<String, String> entries = new HashMap<>();
    for (StringStringEntryProto entry : tensor.getExternalDataList()) {
      if (entries.put(entry.getKey(), entry.getValue()) != null) {
        throw new IllegalArgumentException("names " + Nodes.quoted(entry.getKey()) + " twice");
      }
    }
    return new ExternalData(
        entries.getOrDefault("location", ""),
        number(entries, "offset", 0),
        number(entries, "length", -1));
  }

  private static long number(Map<String, String> entries, String key, long otherwise) {
    String text = entries.get(key);
    if (text == null) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text);
      if (value < 0) {
        throw new IllegalArgumentException("has a negative " + key + ", " + value);
      }
      return value;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "has the " + key + " " + Nodes.quoted(text) + ", which is no number", e);
    }
  }

  /// What is wrong with the location itself, as the end of a sentence; empty when nothing is.
  Optional<String> pathFault() {
    if (location.isEmpty()) {
      return Optional.of("does not say in which file");
    }
    boolean drive = location.length() > 1 && location.charAt(1) == ':';
    if (location.startsWith("/") || location.startsWith("\\") || drive) {
      return Optional.of("points to an absolute path");
    }
    if (location.contains("://")) {
      return Optional.of("points to an address, and nothing is ever fetched");
    }
    if (location.contains("\\") || location.chars().anyMatch(c -> c < 32)) {
      return Optional.of("has a location with a backslash or a control character");
    }
    if (location.contains("ORT_MEM_ADDR")) {
      return Optional.of("points into memory instead of a file");
    }
    for (String part : location.split("/", -1)) {
      if (part.equals("..")) {
        return Optional.of("points outside the model's folder");
      }
    }
    return Optional.empty();
  }

  /// What is wrong with the file it points to, as the end of a sentence; empty when nothing is.
  Optional<String> fileFault(Path folder) throws IOException {
    Path file;
    try {
      file = folder.resolve(location).normalize();
    } catch (InvalidPathException e) {
      return Optional.of("has a location that is no path");
    }
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of("is missing");
    }
    if (!Files.exists(file)) {
      return Optional.of("is a link to nothing");
    }
    if (!file.toRealPath().startsWith(folder.toRealPath())) {
      return Optional.of("is a link that leaves the model's folder");
    }
    if (!Files.isRegularFile(file)) {
      return Optional.of("is no regular file");
    }
    if (hardLinks(file) > 1) {
      return Optional.of("is a hard link to a file that also lies elsewhere");
    }
    long available = Files.size(file) - offset;
    long wanted = Math.max(length, 0);
    return available < wanted || available < 0
        ? Optional.of(
            "is too short: "
                + Files.size(file)
                + " bytes, and "
                + wanted
                + " are wanted from byte "
                + offset)
        : Optional.empty();
  }

  private static int hardLinks(Path file) throws IOException {
    try {
      return (Integer) Files.getAttribute(file, "unix:nlink");
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return 1;
    }
  }
}
