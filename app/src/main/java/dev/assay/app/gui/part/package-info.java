/// Small building blocks that screens share: cards, badges, headings, empty views.
@NullMarked
package dev.assay.app.gui.part;

import org.jspecify.annotations.NullMarked;
