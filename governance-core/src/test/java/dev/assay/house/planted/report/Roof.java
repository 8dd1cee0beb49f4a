package dev.assay.house.planted.report;

/// A class of an upper room, for the planted violation.
public final class Roof {}
