package dev.assay.app.gui.evaluate;

import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The command line that a request stands for.
final class EvaluateWords {

  /// Seed of draws where nobody chooses another.
  static final long SEED = 7;

  /// How long reading and scoring may take.
  static final long TIMEOUT_SECONDS = 3600;

  private EvaluateWords() {}

  /// The same request with its command line.
  ///
  /// @param model as it was opened; the request may name a graph in its folder
  /// @param further words about how the model is asked and what is measured beside
  static EvaluateRequest with(EvaluateRequest request, @Nullable Path model, List<String> further) {
    return request.change().command(of(request, model, further)).build();
  }

  private static List<String> of(
      EvaluateRequest request, @Nullable Path model, List<String> further) {
    List<String> command = new ArrayList<>(List.of("evaluate"));
    option(command, "--model", model);
    option(command, "--data", request.data());
    option(command, "--dataset-spec", request.datasetSpec());
    option(command, "--reference", request.reference());
    option(command, "--later", request.later());
    option(command, "--label", request.label());
    option(command, "--positive", request.positive());
    option(command, "--weight", request.weight());
    option(command, "--device", request.device().equals("auto") ? null : request.device());
    option(command, "--threshold", String.format(Locale.ROOT, "%.3f", request.threshold()));
    option(command, "--sensitive", joined(request.sensitive()));
    option(command, "--depth", request.depth());
    option(command, "--checks", joined(request.checks()));
    option(command, "--behaviour", joined(request.suites().stream().map(Path::toString).toList()));
    option(command, "--seed", request.seed() == SEED ? null : request.seed());
    command.addAll(further);
    return List.copyOf(command);
  }

  /// Adds an option that has a value.
  static void option(List<String> command, String name, @Nullable Object value) {
    if (value != null) {
      command.addAll(List.of(name, value.toString()));
    }
  }

  /// With commas between; null of none.
  static @Nullable String joined(List<String> values) {
    return values.isEmpty() ? null : String.join(",", values);
  }
}
