package dev.assay.app.gui.run;

import dev.assay.common.AssayException;
import dev.assay.inference.LongTexts;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.model.ModelSpecs;
import dev.assay.model.TransformerFolder;
import dev.assay.usecase.CostAsked;
import dev.assay.usecase.EvaluateRequest;
import dev.assay.usecase.ForecastAsked;
import dev.assay.usecase.GenerationAsked;
import dev.assay.usecase.ProbeAsked;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads a recorded command line back into the request that it stands for, so that a run of any
/// session can be repeated.
final class RequestOfCommand {

  private static final long SEED = 7;
  private static final String PRECISION = "--precision";
  private static final long TIMEOUT_SECONDS = 3600;

  /// Options without a value.
  private static final Set<String> FLAGS = Set.of("--cost");

  private final Map<String, String> options = new HashMap<>();
  private final List<String> stops = new ArrayList<>();

  private RequestOfCommand(List<String> command) {
    for (int i = 0; i < command.size(); i++) {
      String word = command.get(i);
      int equals = word.indexOf('=');
      if (word.startsWith("--") && equals > 0) {
        put(word.substring(0, equals), word.substring(equals + 1));
      } else if (FLAGS.contains(word)) {
        options.put(word, "");
      } else if (word.startsWith("--") && i + 1 < command.size()) {
        put(word, command.get(++i));
      }
    }
  }

  private void put(String option, String value) {
    if (option.equals("--stop")) {
      stops.add(value.replace("\\n", "\n"));
    }
    options.put(option, value);
  }

  /// The request; nothing when the command line names no dataset or is not understood.
  static Optional<EvaluateRequest> of(List<String> command) {
    try {
      return new RequestOfCommand(command).request(command);
    } catch (NumberFormatException | InvalidPathException | AssayException notUnderstood) {
      return Optional.empty();
    }
  }

  private Optional<EvaluateRequest> request(List<String> command) {
    @Nullable ProbeAsked probe = probe();
    Path data = probe == null || probe.suite() == null ? path("--data") : Path.of(probe.suite());
    Optional<LongTexts> longTexts = LongTexts.of(options.getOrDefault("--long-texts", "truncate"));
    if (data == null || longTexts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        EvaluateRequest.of(data)
            .model(model())
            .datasetSpec(path("--dataset-spec"))
            .modelSpec(modelSpec())
            .reference(path("--reference"))
            .later(path("--later"))
            .device(options.getOrDefault("--device", "auto"))
            .threshold(Double.parseDouble(options.getOrDefault("--threshold", "0.5")))
            .labelThresholds(labelThresholds())
            .sensitive(list("--sensitive", ""))
            .label(options.get("--label"))
            .positive(options.get("--positive"))
            .weight(options.get("--weight"))
            .checks(list("--checks", "all"))
            .suites(list("--behaviour", "").stream().map(Path::of).toList())
            .depth(Integer.parseInt(options.getOrDefault("--depth", "2")))
            .seed(Long.parseLong(options.getOrDefault("--seed", String.valueOf(SEED))))
            .longTexts(longTexts.get())
            .timeoutSeconds(
                Long.parseLong(options.getOrDefault("--timeout", String.valueOf(TIMEOUT_SECONDS))))
            .tune(options.getOrDefault("--tune", "off").equals("on"))
            .cost(cost())
            .generation(generation())
            .probe(probe)
            .forecast(
                new ForecastAsked(
                    options.get("--series"),
                    options.get("--order"),
                    options.get("--forecasts"),
                    Integer.parseInt(options.getOrDefault("--from", "1")),
                    Integer.parseInt(options.getOrDefault("--season", "1"))))
            .command(List.copyOf(command))
            .build());
  }

  private @Nullable Path model() {
    Path named = path("--model");
    String precision = options.get(PRECISION);
    return named == null || precision == null
        ? named
        : TransformerFolder.inPrecision(named, precision);
  }

  private @Nullable Path modelSpec() {
    Path folder = path("--model");
    Path named = path("--model-spec");
    return named == null && folder != null && options.containsKey(PRECISION)
        ? ModelSpecs.beside(folder).orElse(null)
        : named;
  }

  private @Nullable ProbeAsked probe() {
    String probe = options.get("--probe");
    return probe == null ? null : ProbeAsked.of(probe, list("--texts", ""));
  }

  private SortedMap<String, Double> labelThresholds() {
    SortedMap<String, Double> own = new TreeMap<>();
    for (String one : list("--label-thresholds", "")) {
      int equals = one.lastIndexOf('=');
      if (equals < 0) {
        throw new NumberFormatException(one);
      }
      own.put(one.substring(0, equals), Double.valueOf(one.substring(equals + 1)));
    }
    return own;
  }

  private @Nullable CostAsked cost() {
    if (!options.containsKey("--cost")) {
      return null;
    }
    String monthly = options.get("--monthly");
    String budget = options.get("--latency-budget");
    return new CostAsked(
        list("--prices", "").stream().map(Path::of).toList(),
        monthly == null ? null : Long.valueOf(monthly),
        budget == null ? null : Double.valueOf(budget));
  }

  private GenerationAsked generation() {
    String ask = options.get("--ask");
    return new GenerationAsked(
        ask == null ? null : Kind.valueOf(ask.toUpperCase(Locale.ROOT)),
        options.get("--prompt"),
        list("--choices", ""),
        options.get("--answer"),
        new Decoding(
            Integer.parseInt(options.getOrDefault("--max-new-tokens", "64")),
            Double.parseDouble(options.getOrDefault("--temperature", "0")),
            Integer.parseInt(options.getOrDefault("--top-k", "0")),
            Double.parseDouble(options.getOrDefault("--top-p", "1")),
            stops,
            0));
  }

  private @Nullable Path path(String option) {
    String value = options.get(option);
    return value == null ? null : Path.of(value);
  }

  private List<String> list(String option, String otherwise) {
    return Arrays.stream(options.getOrDefault(option, otherwise).split(","))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }
}
