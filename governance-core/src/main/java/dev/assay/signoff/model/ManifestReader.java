package dev.assay.signoff.model;

import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.signoff.model.ModelManifest.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the statement of a signature.
final class ManifestReader {

  private static final int MOST_FILES = 100_000;

  private final Function<String, RuntimeException> refused;

  /// @param refused makes a refusal from what is wrong
  ManifestReader(Function<String, RuntimeException> refused) {
    this.refused = refused;
  }

  ModelManifest read(byte[] statement) {
    JsonNode root;
    try {
      root = Json.mapper().readTree(statement);
    } catch (JacksonException e) {
      throw refused.apply("what is signed is no JSON");
    }
    if (!root.path("_type").asString("").equals(ModelManifest.STATEMENT)) {
      throw refused.apply("what is signed is no in-toto statement of version 1");
    }
    String kind = root.path("predicateType").asString("");
    return switch (kind) {
      case ModelManifest.PREDICATE -> current(root);
      case ModelManifest.EARLIER -> earlier(root);
      // decision: kinds of statements are an open list of addresses
      default -> throw refused.apply("the statement is not one of a model's files");
    };
  }

  private ModelManifest current(JsonNode root) {
    JsonNode subjects = root.path("subject");
    if (subjects.size() != 1) {
      throw refused.apply("the statement is about " + subjects.size() + " models");
    }
    JsonNode serialization = root.path("predicate").path("serialization");
    String method = serialization.path("method").asString("");
    if (!method.equals("files")) {
      throw refused.apply(
          method.equals("shards")
              ? "it signs files in pieces ('shards'), which Assay does not check"
              : "it does not say how files were signed");
    }
    List<Resource> resources = new ArrayList<>();
    for (JsonNode file : root.path("predicate").path("resources").values()) {
      String algorithm = file.path("algorithm").asString("");
      if (!algorithm.equals("sha256")) {
        throw refused.apply("a file is signed by another digest than SHA-256");
      }
      resources.add(
          new Resource(file.path("name").asString(""), digest(file.path("digest").asString(""))));
    }
    List<String> ignored = new ArrayList<>();
    serialization.path("ignore_paths").values().forEach(p -> ignored.add(p.asString("")));
    ignored.removeIf(String::isEmpty);
    ModelManifest manifest =
        new ModelManifest(
            subjects.get(0).path("name").asString(""),
            unique(resources),
            ignored,
            serialization.path("allow_symlinks").asBoolean(false));
    String root256 = subjects.get(0).path("digest").path("sha256").asString("");
    if (!manifest.root().sha256().equals(root256)) {
      throw refused.apply("the digest of the model does not follow from those of its files");
    }
    return manifest;
  }

  private ModelManifest earlier(JsonNode root) {
    List<Resource> resources = new ArrayList<>();
    for (JsonNode subject : root.path("subject").values()) {
      resources.add(
          new Resource(
              subject.path("name").asString(""),
              digest(subject.path("digest").path("sha256").asString(""))));
    }
    return new ModelManifest("", unique(resources), List.of(), false);
  }

  private List<Resource> unique(List<Resource> resources) {
    if (resources.isEmpty() || resources.size() > MOST_FILES) {
      throw refused.apply("it names " + resources.size() + " files");
    }
    Set<String> names = new HashSet<>();
    for (Resource resource : resources) {
      if (resource.name().isEmpty() || !names.add(resource.name())) {
        throw refused.apply("a file has no name, or is named twice");
      }
    }
    return resources;
  }

  private Digest digest(String hex) {
    try {
      return new Digest(hex);
    } catch (IllegalArgumentException e) {
      throw refused.apply("a digest is not one of SHA-256");
    }
  }
}
