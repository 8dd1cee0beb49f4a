package dev.assay.app.gui.session;

import dev.assay.modelcard.CardVersion;
import java.util.List;

/// What became of saving a card.
///
/// @param isSaved whether it was saved; otherwise somebody else saved a version meanwhile
/// @param versions what is saved now, the latest first
public record SavedCard(boolean isSaved, List<CardVersion> versions) {}
