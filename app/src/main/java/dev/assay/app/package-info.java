/// The application: one launcher in front of the command line and the window.
@NullMarked
package dev.assay.app;

import org.jspecify.annotations.NullMarked;
