/// The application as its users meet it.
@NullMarked
package dev.assay.app;

import org.jspecify.annotations.NullMarked;
