package dev.assay.inference;

import dev.assay.inference.TextAsk.Decoding;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One text that a model goes on with, or whose tokens are weighed.
///
/// @param model the model's folder
/// @param prompt what comes before; absent = a text is read from its beginning
/// @param text what is weighed; absent = the model writes
/// @param decoding how it writes
/// @param top most tokens told that could stand in the place of each
/// @param threads threads of the runtime
public record ContinueRequest(
    Path model,
    @Nullable String prompt,
    @Nullable String text,
    Decoding decoding,
    int top,
    int threads) {}
