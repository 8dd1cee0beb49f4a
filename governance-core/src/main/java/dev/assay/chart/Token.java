package dev.assay.chart;

import java.awt.Color;

/// A colour by what it is for. The window, the report and the charts take their colours from here;
/// `resources/` holds none. All inks reach a contrast of 4.5:1 on the panel, [#FAINT] excepted,
/// which is for decoration only.
public enum Token {
  BACKGROUND("background", 0xf6f7f9, 0x14171b),
  PANEL("panel", 0xffffff, 0x1b1f24),
  LINE("line", 0xe3e6ea, 0x2b3138),
  GRID("grid", 0xeceff2, 0x262b31),
  INK("ink", 0x1b2128, 0xe6e9ed),
  MUTED("muted", 0x66707c, 0x9aa3ad),
  FAINT("faint", 0x9aa3ad, 0x68717b),
  ACCENT("accent", 0x2f5bd8, 0x7aa0ff),
  PASS("pass", 0x1f7a4d, 0x6fcf9b),
  PASS_SOFT("pass-soft", 0xe3f3ea, 0x1c3328),
  FAIL("fail", 0xb3362b, 0xf08a7e),
  FAIL_SOFT("fail-soft", 0xfae8e6, 0x3b2321),
  ATTENTION("attention", 0x8a6100, 0xe3b958),
  ATTENTION_SOFT("attention-soft", 0xfbf1d9, 0x372d17),
  /// What is shown.
  SERIES("series", 0x2f5bd8, 0x7aa0ff),
  /// What it is held against.
  REFERENCE("reference", 0xc4661f, 0xe39a5c),
  /// Further curves; told apart by their dashes as well.
  THIRD("third", 0x11797a, 0x58c4c2),
  FOURTH("fourth", 0x7b4bb8, 0xb997ec),
  FIFTH("fifth", 0x6b5a2e, 0xc9b37a),
  /// Bars of groups with too few rows.
  FEW("few", 0xd9dee2, 0x3a424a);

  private final String cssName;
  private final int light;
  private final int dark;

  Token(String cssName, int light, int dark) {
    this.cssName = cssName;
    this.light = light;
    this.dark = dark;
  }

  /// Name of the custom property in style sheets, without the dashes.
  public String cssName() {
    return cssName;
  }

  /// The colour in a theme.
  public Color in(Theme theme) {
    return new Color(rgb(theme));
  }

  /// "#2f5bd8".
  public String hex(Theme theme) {
    return String.format("#%06x", rgb(theme));
  }

  private int rgb(Theme theme) {
    return switch (theme) {
      case LIGHT -> light;
      case DARK -> dark;
    };
  }
}
