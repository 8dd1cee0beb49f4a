package dev.assay.app.gui.model.graph;

import dev.assay.app.gui.theme.Look;
import java.util.Locale;

/// Colours of a drawn graph, written as "#rrggbb".
///
/// @param ground behind everything
/// @param ink text that must be read
/// @param muted quiet text
/// @param edge lines
/// @param accent what is chosen
/// @param hit what was found
/// @param look light or dark
record GraphColours(
    String ground, String ink, String muted, String edge, String accent, String hit, Look look) {

  private static final double SOFT = 0.1;

  static GraphColours of(Look look) {
    return switch (look) {
      case LIGHT ->
          new GraphColours(
              "#ffffff", "#1b2128", "#5f6873", "#9aa3ad", "#2f5bd8", "#b45309", Look.LIGHT);
      case DARK ->
          new GraphColours(
              "#1b1f24", "#e6e9ed", "#9aa3ad", "#5d6670", "#7aa0ff", "#f5b942", Look.DARK);
    };
  }

  /// A family's colour.
  String strong(OperatorFamily family) {
    boolean light = look == Look.LIGHT;
    return switch (family) {
      case INPUT, OUTPUT -> ink;
      case WEIGHTED -> light ? "#2f5bd8" : "#7aa0ff";
      case ACTIVATION -> light ? "#b3362b" : "#f08a7e";
      case NORMALISATION -> light ? "#1f7a4d" : "#6fcf9b";
      case ARITHMETIC -> light ? "#66707c" : "#a9b2bc";
      case SHAPE -> light ? "#8a6100" : "#e3b958";
      case TABULAR -> light ? "#0f7285" : "#5cc3d6";
      case QUANTISATION -> light ? "#7a3e9d" : "#c79bea";
      case CONTROL -> light ? "#b8470f" : "#f0975c";
      case OTHER -> light ? "#8a2f66" : "#e58fc0";
    };
  }

  /// A family's colour as the ground of text.
  String soft(OperatorFamily family) {
    return blend(strong(family), ground, SOFT);
  }

  private static String blend(String over, String under, double share) {
    StringBuilder mixed = new StringBuilder("#");
    for (int at = 1; at < 7; at += 2) {
      int a = Integer.parseInt(over.substring(at, at + 2), 16);
      int b = Integer.parseInt(under.substring(at, at + 2), 16);
      mixed.append(String.format(Locale.ROOT, "%02x", Math.round(a * share + b * (1 - share))));
    }
    return mixed.toString();
  }
}
