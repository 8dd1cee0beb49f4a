package dev.assay.usecase;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.regime.Answer.Document;
import dev.assay.store.AdditionStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Files that a person hands in with an addition.
///
/// @param documents their names and digests, in the order they were given
/// @param bytes what is in them, by digest
record HandedIn(List<Document> documents, SortedMap<String, byte[]> bytes) {

  private static final int MOST_FILES = 20;
  private static final int LONGEST_NAME = 200;

  /// Reads files.
  ///
  /// @throws InputRejected when one cannot be read or is too large, or there are too many
  static HandedIn of(List<Path> files) {
    if (files.size() > MOST_FILES) {
      throw new InputRejected(
          "ADDITION-FILES",
          "An addition takes at most " + MOST_FILES + " files, and there are " + files.size() + ".",
          "Hand in the others with another addition, or as one archive.",
          null);
    }
    List<Document> documents = new ArrayList<>();
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    for (Path file : files) {
      byte[] content = read(file);
      Document document = document(String.valueOf(file.getFileName()), content);
      if (bytes.put(document.sha256(), content) == null) {
        documents.add(document);
      }
    }
    return new HandedIn(List.copyOf(documents), bytes);
  }

  /// One text.
  static HandedIn of(String name, byte[] content) {
    Document document = document(name, content);
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    bytes.put(document.sha256(), content);
    return new HandedIn(List.of(document), bytes);
  }

  private static Document document(String name, byte[] content) {
    return new Document(
        Visible.of(name, LONGEST_NAME), Digest.of(content).sha256(), content.length);
  }

  private static byte[] read(Path file) {
    String name = Visible.of(String.valueOf(file.getFileName()), LONGEST_NAME);
    if (Files.isDirectory(file)) {
      throw refused(name, "it is a folder", "Hand in a file, or pack the folder.", null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(AdditionStore.LARGEST_FILE + 1);
      if (content.length > AdditionStore.LARGEST_FILE) {
        throw refused(
            name,
            "it is larger than the "
                + Rounded.bytes(AdditionStore.LARGEST_FILE)
                + " that a file may have",
            "Hand in a smaller one, or one that names where the large one lies.",
            null);
      }
      return content;
    } catch (IOException e) {
      throw refused(
          name, String.valueOf(e.getMessage()), "Check that the file is there to be read.", e);
    }
  }

  private static InputRejected refused(
      String name, String why, String remedy, @Nullable Exception cause) {
    return new InputRejected(
        "ADDITION-FILE",
        "'" + name + "' cannot be handed in: " + Visible.of(why) + ".",
        remedy,
        cause);
  }
}
