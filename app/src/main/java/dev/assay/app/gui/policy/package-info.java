/// Policies.
@NullMarked
package dev.assay.app.gui.policy;

import org.jspecify.annotations.NullMarked;
