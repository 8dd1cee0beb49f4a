package dev.assay.modelcard;

import java.time.Instant;

/// Narratives of tests.
public final class Narratives {

  /// When they were written.
  public static final Instant WRITTEN = Instant.parse("2026-11-22T09:30:00Z");

  private Narratives() {}

  /// One section.
  public static Narrative of(NarrativeSection section, String text) {
    return Narrative.EMPTY.with(section, text, "ann", WRITTEN);
  }

  /// Every section with its own id as text.
  public static Narrative complete() {
    Narrative narrative = Narrative.EMPTY;
    for (NarrativeSection section : NarrativeSection.values()) {
      narrative = narrative.with(section, "About " + section.id() + ".", "ann", WRITTEN);
    }
    return narrative;
  }
}
