package dev.assay.inference;

import java.nio.file.Path;
import java.util.List;

/// Images that are asked for to be looked at.
///
/// @param files folder that paths are relative to
/// @param paths the images
/// @param edge most pixels of the longer edge; smaller images stay as they are
public record PictureRequest(Path files, List<String> paths, int edge) {

  /// Most images at once.
  public static final int MOST = 64;

  /// Most pixels of an edge.
  public static final int LONGEST = 320;

  /// Refuses what would not fit into an answer.
  public PictureRequest {
    if (paths.size() > MOST || edge < 1 || edge > LONGEST) {
      throw new IllegalArgumentException(paths.size() + " images of " + edge + " pixels");
    }
  }
}
