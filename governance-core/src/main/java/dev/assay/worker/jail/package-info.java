/// Confines the worker's own process before it reads its first untrusted byte, by calls to the
/// operating system through the foreign-function API.
@NullMarked
package dev.assay.worker.jail;

import org.jspecify.annotations.NullMarked;
