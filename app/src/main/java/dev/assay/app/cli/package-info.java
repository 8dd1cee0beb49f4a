/// The command line: one thin class per use case, no logic of its own.
@NullMarked
package dev.assay.app.cli;

import org.jspecify.annotations.NullMarked;
