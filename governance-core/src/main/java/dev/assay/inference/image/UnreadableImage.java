package dev.assay.inference.image;

/// An image that cannot be read; the message says why, in the middle of a sentence.
public final class UnreadableImage extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableImage(String why) {
    super(why);
  }
}
