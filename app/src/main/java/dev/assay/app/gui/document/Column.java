package dev.assay.app.gui.document;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Parts one below the other that remembers how high it is at a width. JavaFX keeps no heights of
/// what depends on its width, so that a page that grows would measure all its text again with every
/// part that is added.
final class Column extends VBox {

  private static final double NONE = -2;

  private double prefWidthAsked = NONE;
  private double prefHeightGiven;
  private double minWidthAsked = NONE;
  private double minHeightGiven;

  Column(double spacing, Node... children) {
    super(spacing, children);
  }

  @Override
  protected double computePrefHeight(double width) {
    if (width != prefWidthAsked) {
      prefHeightGiven = super.computePrefHeight(width);
      prefWidthAsked = width;
    }
    return prefHeightGiven;
  }

  @Override
  protected double computeMinHeight(double width) {
    if (width != minWidthAsked) {
      minHeightGiven = super.computeMinHeight(width);
      minWidthAsked = width;
    }
    return minHeightGiven;
  }

  @Override
  public void requestLayout() {
    prefWidthAsked = NONE;
    minWidthAsked = NONE;
    super.requestLayout();
  }
}
