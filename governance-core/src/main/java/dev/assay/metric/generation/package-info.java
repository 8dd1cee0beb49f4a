/// Metrics of models that go on with texts.
@NullMarked
package dev.assay.metric.generation;

import org.jspecify.annotations.NullMarked;
