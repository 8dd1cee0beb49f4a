/// What a report says: from the dossier to the document tree, section by section.
@NullMarked
package dev.assay.report.content;

import org.jspecify.annotations.NullMarked;
