package dev.assay.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.dataset.ImportRequest;
import dev.assay.inference.AttentionRequest;
import dev.assay.inference.ContinueRequest;
import dev.assay.inference.MaskedRequest;
import dev.assay.inference.PaceRequest;
import dev.assay.inference.PictureRequest;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TokensRequest;
import dev.assay.inference.cost.CostRequest;
import java.nio.file.Path;

/// What the parent says to its child.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Request.Ping.class, name = "ping"),
  @JsonSubTypes.Type(value = Request.Engines.class, name = "engines"),
  @JsonSubTypes.Type(value = Request.Devices.class, name = "devices"),
  @JsonSubTypes.Type(value = Request.Inspect.class, name = "inspect"),
  @JsonSubTypes.Type(value = Request.Graph.class, name = "graph"),
  @JsonSubTypes.Type(value = Request.Contents.class, name = "contents"),
  @JsonSubTypes.Type(value = Request.Unpack.class, name = "unpack"),
  @JsonSubTypes.Type(value = Request.Import.class, name = "import"),
  @JsonSubTypes.Type(value = Request.Score.class, name = "score"),
  @JsonSubTypes.Type(value = Request.Attend.class, name = "attend"),
  @JsonSubTypes.Type(value = Request.Tokens.class, name = "tokens"),
  @JsonSubTypes.Type(value = Request.Masked.class, name = "masked"),
  @JsonSubTypes.Type(value = Request.Continue.class, name = "continue"),
  @JsonSubTypes.Type(value = Request.Look.class, name = "look"),
  @JsonSubTypes.Type(value = Request.Measure.class, name = "measure"),
  @JsonSubTypes.Type(value = Request.Cost.class, name = "cost"),
  @JsonSubTypes.Type(value = Request.Tune.class, name = "tune"),
  @JsonSubTypes.Type(value = Request.Choose.class, name = "choose"),
  @JsonSubTypes.Type(value = Request.Cancel.class, name = "cancel")
})
sealed interface Request {

  /// Are you there?
  record Ping() implements Request {}

  /// Load the native engines and say their versions.
  record Engines() implements Request {}

  /// Try the devices that the runtime offers.
  record Devices() implements Request {}

  /// Read a model without running it.
  record Inspect(Path model) implements Request {}

  /// Read the graph of a model for drawing.
  record Graph(Path model) implements Request {}

  /// Read everything that two models are told apart by.
  record Contents(Path model) implements Request {}

  /// Unpack the zip of a text model.
  record Unpack(Path archive, Path output) implements Request {}

  /// Import a dataset.
  record Import(ImportRequest request) implements Request {}

  /// Run a model.
  record Score(ScoreRequest request) implements Request {}

  /// Say where a model looks in a text.
  record Attend(AttentionRequest request) implements Request {}

  /// Say which tokens a model reads of a text.
  record Tokens(TokensRequest request) implements Request {}

  /// Ask a masked language model.
  record Masked(MaskedRequest request) implements Request {}

  /// Have a model go on with a text, or weigh one.
  record Continue(ContinueRequest request) implements Request {}

  /// Decode images to be looked at.
  record Look(PictureRequest request) implements Request {}

  /// Measure how fast a text model reads texts.
  record Measure(PaceRequest request) implements Request {}

  /// Measure what running a model takes.
  record Cost(CostRequest request) implements Request {}

  /// Find on which device a model runs fastest.
  record Choose(ScoreRequest request) implements Request {}

  /// Find how a model runs fastest.
  record Tune(ScoreRequest request) implements Request {}

  /// Stop the request that is under way.
  record Cancel() implements Request {}
}
