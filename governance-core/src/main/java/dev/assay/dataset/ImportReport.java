package dev.assay.dataset;

import dev.assay.common.Digest;
import java.util.List;

/// What an import gave; stored as `import.json` beside the columnar files.
///
/// @param fileName name of the imported file
/// @param digest its digest
/// @param rows rows imported
/// @param spec the user's description, or the guess
/// @param guessed whether `spec` is a guess
/// @param format how the file was read: "CSV, delimiter ';', UTF-8, 12 columns"
/// @param profile what the columns hold
/// @param warnings what the user should know
public record ImportReport(
    String fileName,
    Digest digest,
    int rows,
    DatasetSpec spec,
    boolean guessed,
    String format,
    DatasetProfile profile,
    List<Warning> warnings) {}
