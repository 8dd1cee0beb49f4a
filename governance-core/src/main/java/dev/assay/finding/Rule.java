package dev.assay.finding;

/// One rule of a policy.
///
/// @param id stable within the policy
/// @param title for people
/// @param severity how much breaking it matters
/// @param owner who has to act, may be empty
/// @param citation where it comes from, may be empty
public record Rule(String id, String title, Severity severity, String owner, String citation) {}
