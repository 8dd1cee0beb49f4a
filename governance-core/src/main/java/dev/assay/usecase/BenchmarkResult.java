package dev.assay.usecase;

import java.util.SortedMap;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What a benchmark measured; times in seconds, medians over the repeats.
///
/// @param rows rows of the generated data
/// @param groups groups whose metrics were computed, everyone included
/// @param metrics metrics of each group
/// @param repeats timed repeats, after two that warm up
/// @param seed seed of the data
/// @param threads threads that computed
/// @param generateSeconds making the data and writing it; not part of the measurement
/// @param loadSeconds reading the columns
/// @param firstSeconds computing the first time, before anything is compiled
/// @param computeSeconds from columns in memory to all metrics of all groups
/// @param phaseSeconds parts of computing
/// @param intervalsSeconds intervals of all metrics of all groups, on one thread
/// @param peakMemoryBytes most memory the process ever had (resident, where the system says so;
///   heap otherwise), generating included
/// @param java version of the runtime
/// @param system operating system and processor architecture
/// @param overall metrics of everyone, to compare with other tools
@JsonNaming(SnakeCaseStrategy.class)
public record BenchmarkResult(
    long rows,
    int groups,
    int metrics,
    int repeats,
    long seed,
    int threads,
    double generateSeconds,
    double loadSeconds,
    double firstSeconds,
    double computeSeconds,
    SortedMap<String, Double> phaseSeconds,
    double intervalsSeconds,
    long peakMemoryBytes,
    String java,
    String system,
    SortedMap<String, Double> overall) {}
