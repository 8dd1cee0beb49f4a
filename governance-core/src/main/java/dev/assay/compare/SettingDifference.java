package dev.assay.compare;

/// Something that the runs were made with, and that differs.
///
/// @param name what it is
/// @param first in the first run, "none" where it has none
/// @param second in the second
public record SettingDifference(String name, String first, String second) {}
