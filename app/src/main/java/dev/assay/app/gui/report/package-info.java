/// What the report of an audit holds, chosen and looked at.
@NullMarked
package dev.assay.app.gui.report;

import org.jspecify.annotations.NullMarked;
