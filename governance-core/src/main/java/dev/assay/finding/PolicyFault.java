package dev.assay.finding;

/// What is wrong with a policy's text, and where.
///
/// @param line 1-based; 0 when it is not known
/// @param pointer JSON pointer to the part, may be empty
/// @param code stable: "POLICY-SCHEMA"
/// @param reason what is wrong, without a full stop
/// @param remedy what to do, one sentence
public record PolicyFault(int line, String pointer, String code, String reason, String remedy) {}
