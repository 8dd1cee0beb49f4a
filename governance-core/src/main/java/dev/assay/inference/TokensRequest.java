package dev.assay.inference;

import java.nio.file.Path;

/// A text whose tokens are asked for.
///
/// @param model the model's folder
/// @param text the text
public record TokensRequest(Path model, String text) {}
