package dev.assay.model;

import dev.assay.common.InputRejected;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads the files beside the graph of a model of images. Runs in the worker.
final class ImageModelReader {

  private static final int PLACES = 4;

  private ImageModelReader() {}

  /// @throws InputRejected when a file cannot be used, or asks for what Assay does not do
  static ImageModel read(TransformerFolder folder, ModelArtefact graph) {
    TransformerReader files = new TransformerReader(folder);
    JsonNode config = files.json(TransformerFolder.CONFIG);
    ProcessorNodes processor = new ProcessorNodes(files.json(TransformerFolder.PREPROCESSOR));
    ValueInfo input = input(graph);
    return new ImageModel(
        String.valueOf(folder.root().toAbsolutePath().getFileName()),
        folder.variant(),
        files.variants(graph),
        TransformerReader.text(config.path("architectures").path(0)),
        TransformerReader.text(config.path("model_type")),
        TransformerReader.text(config.path("problem_type")),
        TransformerReader.labels(config.path("id2label")),
        processor.kind(),
        input.name(),
        processor.reading(ImageShape.of(input, config)),
        files.digests(graph));
  }

  private static ValueInfo input(ModelArtefact graph) {
    List<ValueInfo> images =
        graph.inputs().stream().filter(i -> i.shape().size() == PLACES).toList();
    if (images.size() != 1 || graph.inputs().size() != 1) {
      throw new InputRejected(
          "IMAGE-MODEL-INPUT",
          "A model of images reads one input of shape [N, channels, height, width], and the inputs"
              + " of this graph are "
              + SignatureWords.names(graph.inputs().stream().map(SignatureWords::of).toList())
              + ".",
          "Export the model for the task image-classification.");
    }
    return images.getFirst();
  }
}
