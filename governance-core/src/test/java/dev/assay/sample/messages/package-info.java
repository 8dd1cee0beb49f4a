/// Makes the sample of messages: generated texts with a planted bias, and a small transformer
/// trained on them in plain Java. Seeded; the same bytes each time.
@NullMarked
package dev.assay.sample.messages;

import org.jspecify.annotations.NullMarked;
