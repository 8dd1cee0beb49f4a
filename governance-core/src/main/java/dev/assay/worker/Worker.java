package dev.assay.worker;

import dev.assay.dataset.ImportReport;
import dev.assay.dataset.ImportRequest;
import dev.assay.inference.Attention;
import dev.assay.inference.AttentionRequest;
import dev.assay.inference.ContinueRequest;
import dev.assay.inference.Continued;
import dev.assay.inference.DeviceChoice;
import dev.assay.inference.MaskedAnswers;
import dev.assay.inference.MaskedRequest;
import dev.assay.inference.Pace;
import dev.assay.inference.PaceRequest;
import dev.assay.inference.PictureRequest;
import dev.assay.inference.Pictures;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TextTokens;
import dev.assay.inference.TokensRequest;
import dev.assay.inference.Tuned;
import dev.assay.inference.cost.CostRequest;
import dev.assay.inference.cost.Measurement;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelContents;
import dev.assay.model.ModelGraph;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.util.SortedMap;

/// The front door to the child process. A crash, hang or greed of the child is an exception here,
/// never a dead parent. A warm child is reused; after any fault the next call starts a fresh one.
/// Calls from several threads take turns.
///
/// All methods throw [dev.assay.common.InputRejected] when the file is refused,
/// [dev.assay.common.WorkFailed] when the child crashed, ran out of memory or time, and
/// [dev.assay.common.Cancelled] within 200 ms of a cancellation.
public interface Worker extends AutoCloseable {

  /// Imports a dataset into columnar files.
  ImportReport importDataset(ImportRequest request, Progress progress, Cancellation cancellation);

  /// Reads a model without running it. A refused pre-scan is a result, not an exception.
  ModelArtefact inspectModel(Path model, Cancellation cancellation);

  /// Reads the graph of a model for drawing, without running it.
  ///
  /// @throws dev.assay.common.InputRejected also when the graph is larger than is drawn
  ModelGraph modelGraph(Path model, Cancellation cancellation);

  /// Reads everything that two models are told apart by, digests of weights among it.
  ///
  /// @throws dev.assay.common.InputRejected also when the graph is too large to be told whole
  ModelContents modelContents(Path model, Cancellation cancellation);

  /// Unpacks the zip of a text model into an empty folder.
  ///
  /// @return the folder of the model, relative to it
  Path unpack(Path archive, Path output, Cancellation cancellation);

  /// Runs a model over an imported dataset.
  ScoreReport score(ScoreRequest request, Progress progress, Cancellation cancellation);

  /// Says where a text model looks in a text.
  Attention attention(AttentionRequest request, Cancellation cancellation);

  /// Says which tokens a text model reads of a text.
  TextTokens tokens(TokensRequest request, Cancellation cancellation);

  /// Asks a masked language model.
  MaskedAnswers masked(MaskedRequest request, Progress progress, Cancellation cancellation);

  /// Has a model go on with a text, or weighs one token by token.
  Continued goOn(ContinueRequest request, Progress progress, Cancellation cancellation);

  /// Decodes images to be looked at.
  Pictures pictures(PictureRequest request, Cancellation cancellation);

  /// Measures how fast a text model reads texts.
  Pace pace(PaceRequest request, Cancellation cancellation);

  /// Measures what running a model takes. The memory is that of the whole child: a fresh one tells
  /// the model's own best.
  Measurement cost(CostRequest request, Progress progress, Cancellation cancellation);

  /// Finds on which device a model runs fastest.
  DeviceChoice choose(ScoreRequest request, Cancellation cancellation);

  /// Finds how a model runs fastest.
  Tuned tune(ScoreRequest request, Cancellation cancellation);

  /// How well the child is confined: "full", "memory+deadline", "deadline only".
  String isolation();

  /// Versions of the native engines in the child: onnxruntime, duckdb, execution providers.
  SortedMap<String, String> engines();

  @Override
  void close();
}
