package dev.assay.worker;

import dev.assay.dataset.duckdb.DuckDbImporter;
import dev.assay.inference.image.PictureReader;
import dev.assay.inference.onnx.AttentionReader;
import dev.assay.inference.onnx.CausalReader;
import dev.assay.inference.onnx.CostProbe;
import dev.assay.inference.onnx.DeviceCheck;
import dev.assay.inference.onnx.DeviceProbe;
import dev.assay.inference.onnx.MaskedReader;
import dev.assay.inference.onnx.OnnxEngine;
import dev.assay.inference.onnx.OnnxScorer;
import dev.assay.inference.onnx.TextPace;
import dev.assay.inference.onnx.TuneProbe;
import dev.assay.inference.tokenize.TokenReader;
import dev.assay.inference.tokenize.TokenizerEngine;
import dev.assay.model.ContentsReader;
import dev.assay.model.ModelGraphReader;
import dev.assay.model.ModelReader;
import dev.assay.model.TransformerFolder;
import dev.assay.source.ModelArchive;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The real work. A native engine is loaded by the first request that needs it.
final class EngineHandlers implements Handlers {

  private final SortedMap<String, String> engines = new TreeMap<>();
  private boolean dataLoaded;
  private boolean runtimeLoaded;

  @Override
  public Object handle(Request request, Progress progress, Cancellation cancellation) {
    return switch (request) {
      case Request.Ping ignored -> Map.of();
      case Request.Cancel ignored -> Map.of();
      case Request.Engines ignored -> {
        dataEngine();
        runtimeEngine();
        tokenizerEngine();
        yield engines;
      }
      case Request.Devices ignored -> ran(DeviceCheck.look());
      case Request.Inspect inspect -> ModelReader.read(inspect.model());
      case Request.Graph graph -> ModelGraphReader.read(TransformerFolder.graphOf(graph.model()));
      case Request.Contents contents -> ContentsReader.read(contents.model());
      case Request.Unpack zip ->
          zip.output().relativize(ModelArchive.unpack(zip.archive(), zip.output())).toString();
      case Request.Import data -> {
        var report = new DuckDbImporter().importFile(data.request(), progress, cancellation);
        dataEngine();
        yield report;
      }
      case Request.Score score -> {
        var report = new OnnxScorer().score(score.request(), progress, cancellation);
        runtimeEngine();
        if (report.text() != null) {
          tokenizerEngine();
        }
        yield report;
      }
      case Request.Attend attend -> readTexts(AttentionReader.read(attend.request()));
      case Request.Tokens asked -> {
        var tokens = TokenReader.read(asked.request());
        tokenizerEngine();
        yield tokens;
      }
      case Request.Masked masked ->
          readTexts(MaskedReader.read(masked.request(), progress, cancellation));
      case Request.Continue text ->
          readTexts(CausalReader.read(text.request(), progress, cancellation));
      case Request.Look look -> PictureReader.read(look.request(), cancellation);
      case Request.Measure measure -> readTexts(TextPace.measure(measure.request(), cancellation));
      case Request.Tune tune -> ran(TuneProbe.measure(tune.request(), cancellation));
      case Request.Choose choose -> ran(DeviceProbe.measure(choose.request(), cancellation));
      case Request.Cost cost -> ran(CostProbe.measure(cost.request(), progress, cancellation));
    };
  }

  @Override
  public SortedMap<String, String> engines() {
    return engines;
  }

  /// What the runtime made of texts, for which the tokenizers were loaded as well.
  private <T> T readTexts(T made) {
    tokenizerEngine();
    return ran(made);
  }

  /// What the runtime made, which was loaded for it.
  private <T> T ran(T made) {
    runtimeEngine();
    return made;
  }

  private void dataEngine() {
    if (!dataLoaded) {
      engines.putAll(DuckDbImporter.describe());
      dataLoaded = true;
    }
  }

  private void tokenizerEngine() {
    if (!engines.containsKey("tokenizers")) {
      engines.putAll(TokenizerEngine.describe());
    }
  }

  private void runtimeEngine() {
    if (!runtimeLoaded) {
      engines.putAll(OnnxEngine.describe());
      runtimeLoaded = true;
    }
  }
}
