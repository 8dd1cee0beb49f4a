/// The store in SQLite; the only room that sees it.
@NullMarked
package dev.assay.store.sqlite;

import org.jspecify.annotations.NullMarked;
