package dev.assay.report.document;

import org.jspecify.annotations.Nullable;

/// How an organisation wants its documents to look.
///
/// @param name of the organisation, "" for none
/// @param logo absent for none
/// @param accent colour of the line above the title, "#2f5bd8"; absent for Assay's own. It reaches
///   a contrast of 4.5:1 on white
/// @param footer words at the foot of every page, may be empty
public record Branding(String name, @Nullable Logo logo, @Nullable String accent, String footer) {

  /// None.
  public static final Branding NONE = new Branding("", null, null, "");

  /// A picture.
  ///
  /// @param png its bytes
  /// @param width in pixels
  /// @param height in pixels
  public record Logo(byte[] png, int width, int height) {

    /// Copies.
    public Logo {
      png = png.clone();
    }

    @Override
    public byte[] png() {
      return png.clone();
    }
  }
}
