package dev.assay.app.gui.model.graph;

/// A piece of an edge. It leaves its upper vertex straight down to the end of that layer, and bends
/// from there to the top of the next.
///
/// @param id number of the piece
/// @param from box that makes the value
/// @param to box that the piece ends at, −1 when it ends at a bend
/// @param x where it begins
/// @param y where it begins: the lower edge of its box
/// @param turn where it begins to bend
/// @param endX where it ends
/// @param endY where it ends
record Line(int id, int from, int to, double x, double y, double turn, double endX, double endY) {}
