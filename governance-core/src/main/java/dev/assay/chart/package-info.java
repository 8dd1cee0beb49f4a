/// Results to charts in our own theme.
@NullMarked
package dev.assay.chart;

import org.jspecify.annotations.NullMarked;
