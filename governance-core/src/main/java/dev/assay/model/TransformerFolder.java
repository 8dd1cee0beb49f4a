package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where the files of a model in the layout of a Hugging Face export lie.
///
/// @param root the folder with the configuration
/// @param graph the graph that is used
public record TransformerFolder(Path root, Path graph) {

  /// The configuration of the model.
  public static final String CONFIG = "config.json";

  /// The tokenizer.
  public static final String TOKENIZER = "tokenizer.json";

  /// How a model of images wants them.
  public static final String PREPROCESSOR = "preprocessor_config.json";

  private static final String GRAPHS = "onnx";
  private static final String PREFERRED = "model.onnx";
  private static final String MERGED = "decoder_model_merged.onnx";
  private static final String DEFAULT = "default";
  private static final Set<String> PRECISIONS = Set.of("fp32", "fp16", "int8");
  private static final int MOST_FILES = 1_000;

  /// The text model that a path names: a folder, or one of the graphs in it.
  ///
  /// @return absent when nothing of a text model lies there but a graph
  /// @throws InputRejected when it is a folder that lacks something
  public static Optional<TransformerFolder> at(Path given) {
    if (Files.isDirectory(given)) {
      boolean neither =
          Stream.of(CONFIG, TOKENIZER).noneMatch(f -> Files.isRegularFile(given.resolve(f)));
      if (neither || isOfImages(given)) {
        return Optional.empty();
      }
      requireFile(given, CONFIG, "says which model it is and what its labels are");
      requireFile(given, TOKENIZER, "turns texts into tokens");
      return Optional.of(new TransformerFolder(given, preferred(given)));
    }
    return around(given)
        .filter(f -> Files.isRegularFile(f.resolve(CONFIG)))
        .filter(f -> Files.isRegularFile(f.resolve(TOKENIZER)))
        .findFirst()
        .map(f -> new TransformerFolder(f, given));
  }

  /// The model of images that a path names: a folder, or one of the graphs in it.
  ///
  /// @return absent when no such folder is there
  /// @throws InputRejected when it is one that lacks something
  public static Optional<TransformerFolder> ofImages(Path given) {
    if (!Files.isDirectory(given)) {
      return around(given)
          .filter(TransformerFolder::isOfImages)
          .filter(f -> Files.isRegularFile(f.resolve(CONFIG)))
          .findFirst()
          .map(f -> new TransformerFolder(f, given));
    }
    if (!isOfImages(given)) {
      return Optional.empty();
    }
    requireFile(given, CONFIG, "says which model it is and what its labels are");
    return Optional.of(new TransformerFolder(given, preferred(given)));
  }

  private static boolean isOfImages(Path folder) {
    return Files.isRegularFile(folder.resolve(PREPROCESSOR))
        && !Files.isRegularFile(folder.resolve(TOKENIZER));
  }

  /// The folders that a graph may belong to, the nearest first.
  private static Stream<Path> around(Path graph) {
    Path parent = graph.toAbsolutePath().getParent();
    if (parent == null) {
      return Stream.empty();
    }
    boolean nested = GRAPHS.equals(String.valueOf(parent.getFileName()));
    return Stream.of(parent, nested ? parent.getParent() : null).filter(Objects::nonNull);
  }

  /// The graph that a path names: of a folder, the one in it; else the file itself.
  public static Path graphOf(Path given) {
    return Files.isDirectory(given)
        ? at(given).or(() -> ofImages(given)).map(TransformerFolder::graph).orElse(given)
        : given;
  }

  /// The graph of a model's folder that computes in a precision, as its name says; the usual one
  /// for "fp32".
  ///
  /// @param given the folder of a model of texts or images
  /// @param precision "fp32", "fp16" or "int8"
  /// @throws UsageError when it is no such folder, or none or several of its graphs are called so
  public static Path inPrecision(Path given, String precision) {
    if (!PRECISIONS.contains(precision)) {
      throw new UsageError(
          "USAGE-PRECISION",
          "There is no precision '" + Visible.of(precision, 40) + "'.",
          "Give --precision fp32, fp16 or int8.");
    }
    List<Path> graphs = Files.isDirectory(given) ? graphs(given) : List.of();
    if (graphs.isEmpty()) {
      throw new UsageError(
          "PRECISION-FOLDER",
          "'" + shown(given) + "' is no folder with graphs in several precisions.",
          "Leave --precision out, or name the model's folder; unpack a zip first.");
    }
    String wanted = precision.equals("fp32") ? DEFAULT : precision;
    List<Path> fitting = graphs.stream().filter(g -> kind(g).equals(wanted)).toList();
    if (fitting.size() != 1) {
      throw new UsageError(
          "PRECISION-VARIANTS",
          "Folder '"
              + shown(given)
              + (fitting.isEmpty() ? "' has no graph in " : "' has several graphs in ")
              + precision
              + "; it holds "
              + SignatureWords.names(graphs.stream().map(g -> relative(given, g)).toList())
              + ".",
          "Name one of these files as the model.");
    }
    return fitting.getFirst();
  }

  /// The tokenizer's file.
  public Path tokenizer() {
    return root.resolve(TOKENIZER);
  }

  /// Every graph in the folder, the default first.
  List<Transformer.Variant> variants() {
    return graphs(root).stream()
        .map(
            file ->
                new Transformer.Variant(relative(root, file), kind(file), file.toFile().length()))
        .toList();
  }

  /// The graph's name relative to the folder.
  String variant() {
    return relative(root.toAbsolutePath(), graph.toAbsolutePath());
  }

  private static String relative(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static void requireFile(Path folder, String name, String what) {
    if (!Files.isRegularFile(folder.resolve(name))) {
      throw new InputRejected(
          "TRANSFORMER-INCOMPLETE",
          "Folder '" + shown(folder) + "' has no " + name + ", which " + what + ".",
          name.equals(TOKENIZER)
              ? "Save the tokenizer in its fast form (tokenizer.json) beside the model."
              : "Export the model again with its configuration, or copy the file beside it.");
    }
  }

  private static Path preferred(Path root) {
    List<Path> graphs = graphs(root);
    if (graphs.isEmpty()) {
      throw new InputRejected(
          "TRANSFORMER-INCOMPLETE",
          "Folder '" + shown(root) + "' holds no ONNX graph, neither in itself nor in 'onnx'.",
          "Export the model to ONNX into this folder (model.onnx).");
    }
    Path first = graphs.getFirst();
    if (graphs.size() > 1 && !isPreferred(first)) {
      throw new InputRejected(
          "TRANSFORMER-VARIANTS",
          "Folder '"
              + shown(root)
              + "' holds "
              + graphs.size()
              + " graphs and none is called model.onnx: "
              + SignatureWords.names(graphs.stream().map(g -> relative(root, g)).toList())
              + ".",
          "Name one of these files as the model.");
    }
    return first;
  }

  private static boolean isPreferred(Path graph) {
    String name = String.valueOf(graph.getFileName());
    return PREFERRED.equals(name) || MERGED.equals(name);
  }

  private static List<Path> graphs(Path root) {
    List<Path> graphs = new ArrayList<>();
    for (Path folder : List.of(root, root.resolve(GRAPHS))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> inside = Files.list(folder)) {
          inside
              .limit(MOST_FILES)
              .filter(f -> String.valueOf(f.getFileName()).endsWith(".onnx"))
              .filter(Files::isRegularFile)
              .forEach(graphs::add);
        } catch (IOException e) {
          throw new InputRejected(
              "TRANSFORMER-UNREADABLE",
              "Folder '" + shown(folder) + "' cannot be read by this user.",
              "Check its permissions.",
              e);
        }
      }
    }
    graphs.sort(
        Comparator.comparing((Path g) -> !isPreferred(g))
            .thenComparing(g -> !PREFERRED.equals(String.valueOf(g.getFileName())))
            .thenComparingInt(Path::getNameCount)
            .thenComparing(Path::toString));
    return graphs;
  }

  private static String kind(Path graph) {
    String name = String.valueOf(graph.getFileName()).toLowerCase(Locale.ROOT);
    for (String level : List.of("o1", "o2", "o3", "o4")) {
      if (name.contains("_" + level)) {
        return "optimised " + level.toUpperCase(Locale.ROOT);
      }
    }
    if (name.contains("fp16") || name.contains("float16")) {
      return "fp16";
    }
    if (name.contains("q4") || name.contains("bnb4")) {
      return "4 bit";
    }
    boolean eight = name.contains("int8") || name.contains("quant") || name.contains("qint");
    return eight ? "int8" : name.equals(PREFERRED) ? DEFAULT : "unnamed";
  }

  private static String shown(Path folder) {
    return Visible.of(String.valueOf(folder.getFileName()), 120);
  }
}
