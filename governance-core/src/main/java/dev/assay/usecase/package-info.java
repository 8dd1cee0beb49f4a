/// What a user can ask for; the only room that sees all others.
@NullMarked
package dev.assay.usecase;

import org.jspecify.annotations.NullMarked;
