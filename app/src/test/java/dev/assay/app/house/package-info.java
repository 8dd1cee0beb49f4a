/// Tests over the sources of the whole house.
@NullMarked
package dev.assay.app.house;

import org.jspecify.annotations.NullMarked;
