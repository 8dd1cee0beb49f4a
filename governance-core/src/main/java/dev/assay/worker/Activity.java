package dev.assay.worker;

import dev.assay.common.Visible;
import java.nio.file.Path;

/// What a child is doing, in the user's words.
///
/// @param doing continues "the worker crashed while": "reading the dataset 'x.csv'"
/// @param onFile whether a file of the user's is involved
record Activity(String doing, boolean onFile) {

  private static final int NAME_LIMIT = 120;

  /// What this request does.
  static Activity of(Request request) {
    return switch (request) {
      case Request.Ping ignored -> new Activity("starting", false);
      case Request.Cancel ignored -> new Activity("stopping", false);
      case Request.Engines ignored -> new Activity("loading its engines", false);
      case Request.Devices ignored -> new Activity("trying devices", false);
      case Request.Inspect inspect -> onFile("reading the model", inspect.model());
      case Request.Contents contents ->
          onFile("reading the contents of the model", contents.model());
      case Request.Graph graph -> onFile("reading the graph of the model", graph.model());
      case Request.Unpack zip -> onFile("unpacking the archive", zip.archive());
      case Request.Import data -> onFile("reading the dataset", data.request().file());
      case Request.Score score -> onFile("running the model", score.request().model());
      case Request.Measure measure ->
          onFile("measuring the model", measure.request().score().model());
      case Request.Cost cost -> onFile("measuring the model", cost.request().score().model());
      case Request.Tune tune -> onFile("measuring the model", tune.request().model());
      case Request.Choose choose -> onFile("trying devices with", choose.request().model());
      case Request.Attend attend -> onFile("running the model", attend.request().model());
      case Request.Continue text -> onFile("running the model", text.request().model());
      case Request.Masked masked -> onFile("running the model", masked.request().model());
      case Request.Look look -> onFile("decoding images", look.request().files());
      case Request.Tokens tokens -> onFile("reading the tokenizer", tokens.request().model());
    };
  }

  private static Activity onFile(String doing, Path file) {
    String name = Visible.of(String.valueOf(file.getFileName()), NAME_LIMIT);
    return new Activity(doing + " '" + name + "'", true);
  }
}
