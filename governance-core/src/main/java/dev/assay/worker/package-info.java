/// The child process in which untrusted bytes are parsed and models run.
@NullMarked
package dev.assay.worker;

import org.jspecify.annotations.NullMarked;
