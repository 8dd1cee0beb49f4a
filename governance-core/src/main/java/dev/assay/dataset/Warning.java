package dev.assay.dataset;

/// Something the user should know, that did not stop the work.
///
/// @param code stable code, for instance `TABLE-DUPLICATE-COLUMN`
/// @param sentence what, where, why
/// @param remedy what the user can do
public record Warning(String code, String sentence, String remedy) {}
