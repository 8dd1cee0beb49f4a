package dev.assay.inference;

import java.nio.file.Path;
import java.util.List;

/// Texts that a masked language model is asked about.
///
/// @param model the model's folder
/// @param texts what is asked
/// @param top most words told for a mask
/// @param threads threads of the runtime
public record MaskedRequest(Path model, List<MaskedText> texts, int top, int threads) {}
