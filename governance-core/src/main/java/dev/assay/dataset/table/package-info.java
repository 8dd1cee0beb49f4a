/// Text tables, looked at byte by byte before an engine reads them: encoding, delimiter, header,
/// shape of every record, what every cell could be. Untrusted bytes; runs in the worker.
@NullMarked
package dev.assay.dataset.table;

import org.jspecify.annotations.NullMarked;
