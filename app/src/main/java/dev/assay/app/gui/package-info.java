/// The window: one package a screen; views hold no logic, view models no nodes.
@NullMarked
package dev.assay.app.gui;

import org.jspecify.annotations.NullMarked;
