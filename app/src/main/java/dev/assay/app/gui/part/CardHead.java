package dev.assay.app.gui.part;

import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A title with a quiet remark: at its right where both fit, else below it, so that neither is
/// broken letter by letter.
final class CardHead extends Region {

  private static final double GAP = 8;

  private final Label title;
  private final Label remark;

  CardHead(Label title, Label remark) {
    this.title = title;
    this.remark = remark;
    getChildren().setAll(title, remark);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private boolean isBeside(double width) {
    return width < 0
        || remark.getText().isEmpty()
        || title.prefWidth(-1) + GAP + remark.prefWidth(-1) <= width;
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(title.minWidth(-1), remark.minWidth(-1));
  }

  @Override
  protected double computePrefWidth(double height) {
    double beside = remark.getText().isEmpty() ? 0 : GAP + remark.prefWidth(-1);
    return snapSizeX(title.prefWidth(-1) + beside);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return isBeside(width)
        ? Math.max(title.prefHeight(room(width)), remark.prefHeight(-1))
        : title.prefHeight(width) + remark.prefHeight(width);
  }

  /// The title has all the width where there is no remark.
  private double room(double width) {
    return remark.getText().isEmpty() ? width : -1;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    if (!isBeside(width)) {
      double height = title.prefHeight(width);
      title.resizeRelocate(0, 0, width, height);
      remark.resizeRelocate(0, height, width, remark.prefHeight(width));
      return;
    }
    double own = remark.getText().isEmpty() ? width : title.prefWidth(-1);
    double height = title.prefHeight(room(width));
    double beside = remark.prefWidth(-1);
    double base = Math.max(title.getBaselineOffset(), remark.getBaselineOffset());
    layoutInArea(title, 0, 0, own, height, 0, javafx.geometry.HPos.LEFT, VPos.TOP);
    remark.resizeRelocate(
        width - beside,
        Math.max(0, base - remark.getBaselineOffset()),
        beside,
        remark.prefHeight(-1));
  }
}
