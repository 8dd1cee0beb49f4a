/// What machines read of an audit: JSON, CSV, JUnit, SARIF.
@NullMarked
package dev.assay.report.data;

import org.jspecify.annotations.NullMarked;
