package dev.assay.signoff.model;

import dev.assay.common.Digest;
import dev.assay.common.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The files that a signature speaks of.
///
/// @param model name of the model
/// @param resources its files in the order in which they are signed
/// @param ignored names that were left out
/// @param links whether symbolic links were followed
public record ModelManifest(
    String model, List<Resource> resources, List<String> ignored, boolean links) {

  /// What a statement says of the files.
  static final String PREDICATE = "https://model_signing/signature/v1.0";

  /// The same before version 1.0.
  static final String EARLIER = "https://model_signing/Digests/v0.1";

  static final String STATEMENT = "https://in-toto.io/Statement/v1";

  /// What version control keeps beside a model.
  private static final List<String> OF_GIT =
      List.of(".git", ".gitattributes", ".github", ".gitignore");

  /// A file.
  ///
  /// @param name relative to the model's folder, "." for a model of one file
  /// @param digest of its content
  public record Resource(String name, Digest digest) {}

  /// Copies.
  public ModelManifest {
    resources = List.copyOf(resources);
    ignored = List.copyOf(ignored);
  }

  /// The manifest of a model as it lies there; what version control keeps is left out.
  ///
  /// @param signature where the signature will lie; left out when it is inside
  /// @throws dev.assay.common.InputRejected when the files cannot be read
  public static ModelManifest of(Path model, Path signature) {
    Path folder = model.toAbsolutePath().normalize();
    List<String> ignored = new ArrayList<>(OF_GIT);
    Path beside = signature.toAbsolutePath().normalize();
    if (beside.startsWith(folder) && !beside.equals(folder)) {
      ignored.addFirst(ModelFiles.name(folder, beside));
    }
    List<Resource> resources =
        ModelFiles.of(folder, ignored, false).entrySet().stream()
            .map(e -> new Resource(e.getKey(), e.getValue()))
            .sorted(Comparator.comparing(Resource::name, ModelManifest::byParts))
            .toList();
    return new ModelManifest(String.valueOf(folder.getFileName()), resources, ignored, false);
  }

  /// Names in the order of their folders, then of what is in them.
  private static int byParts(String a, String b) {
    return Arrays.compare(a.split("/"), b.split("/"));
  }

  /// Whether the model is one file and no folder.
  public boolean isOneFile() {
    return resources.size() == 1 && resources.getFirst().name().equals(ModelFiles.ITSELF);
  }

  /// The digest over all digests, in their order, that stands for the model.
  public Digest root() {
    StringBuilder all = new StringBuilder();
    resources.forEach(r -> all.append(r.digest().sha256()));
    return Digest.of(HexFormat.of().parseHex(all));
  }

  /// The statement that is signed, as JSON; equal files give equal bytes.
  public byte[] statement() {
    List<Map<String, String>> files = new ArrayList<>();
    for (Resource resource : resources) {
      files.add(
          Map.of(
              "name", resource.name(),
              "algorithm", "sha256",
              "digest", resource.digest().sha256()));
    }
    Map<String, Object> serialization = new LinkedHashMap<>();
    serialization.put("method", "files");
    serialization.put("hash_type", "sha256");
    serialization.put("allow_symlinks", links);
    serialization.put("ignore_paths", ignored);
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("_type", STATEMENT);
    statement.put(
        "subject", List.of(Map.of("name", model, "digest", Map.of("sha256", root().sha256()))));
    statement.put("predicateType", PREDICATE);
    statement.put("predicate", Map.of("serialization", serialization, "resources", files));
    return Json.pretty(statement).getBytes(StandardCharsets.UTF_8);
  }

  /// What differs between the files that are signed and those that lie there: one sentence a file,
  /// none when they are the same.
  ///
  /// @param signature where the signature lies; it is no file of the model
  /// @throws dev.assay.common.InputRejected when the files cannot be read
  public List<String> differences(Path lying, Path signature) {
    Path folder = lying.toAbsolutePath().normalize();
    List<String> left = new ArrayList<>(ignored);
    Path beside = signature.toAbsolutePath().normalize();
    if (beside.startsWith(folder) && !beside.equals(folder)) {
      left.add(ModelFiles.name(folder, beside));
    }
    Map<String, Digest> present = ModelFiles.of(folder, left, links);
    Map<String, Digest> signed = new LinkedHashMap<>();
    resources.forEach(r -> signed.put(r.name(), r.digest()));
    TreeSet<String> names = new TreeSet<>(signed.keySet());
    names.addAll(present.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      Digest expected = signed.get(name);
      Digest found = present.get(name);
      String shown = "'" + dev.assay.common.Visible.of(name, 200) + "' ";
      if (expected == null) {
        differences.add(shown + "is not signed");
      } else if (found == null) {
        differences.add(shown + "is missing");
      } else if (!expected.equals(found)) {
        differences.add(shown + "is not the file that was signed");
      }
    }
    return List.copyOf(differences);
  }
}
