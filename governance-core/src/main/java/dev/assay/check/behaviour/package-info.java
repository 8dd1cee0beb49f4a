/// What a text classifier does when texts are made or changed on purpose.
@NullMarked
package dev.assay.check.behaviour;

import org.jspecify.annotations.NullMarked;
