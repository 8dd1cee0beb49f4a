@NullMarked
package dev.assay.report.branding;

import org.jspecify.annotations.NullMarked;
