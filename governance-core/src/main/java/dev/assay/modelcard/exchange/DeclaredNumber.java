package dev.assay.modelcard.exchange;

/// A number that somebody else vouches for; Assay did not measure it.
///
/// @param metric as the supplier calls it
/// @param value as it was written
/// @param slice whose number it is, "overall" for everyone
/// @param dataset on what it was measured, "" where the card does not say
/// @param lower lower end of its interval as it was written, "" without one
/// @param upper upper end of its interval as it was written, "" without one
public record DeclaredNumber(
    String metric, String value, String slice, String dataset, String lower, String upper) {}
