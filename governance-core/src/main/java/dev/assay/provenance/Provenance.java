package dev.assay.provenance;

import dev.assay.common.Digest;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What produced a number. Everything needed to repeat a run, and to notice that it cannot be
/// repeated.
///
/// @param modelName file name of the model, or "stored scores" when none was run
/// @param model digest of the model file with its external data, absent for stored predictions
/// @param datasetName file name of the dataset
/// @param dataset digest of the dataset file
/// @param rows rows in the dataset
/// @param reference digest of the reference dataset, absent when none was given
/// @param engine versions: assay, java, onnxruntime, duckdb, os, cpu …
/// @param device where the model ran: provider, name, threads
/// @param isolation how well the worker was confined: "full", "memory+deadline", "deadline only"
/// @param seed seed of every random draw
/// @param started start of the run, UTC
/// @param finished end of the run, UTC
/// @param actor the login name that asked for it
/// @param command the command line that repeats the run, one argument an element
public record Provenance(
    String modelName,
    @Nullable Digest model,
    String datasetName,
    Digest dataset,
    long rows,
    @Nullable Digest reference,
    SortedMap<String, String> engine,
    SortedMap<String, String> device,
    String isolation,
    long seed,
    Instant started,
    Instant finished,
    String actor,
    List<String> command) {}
