package dev.assay.app.gui.policy;

import dev.assay.common.Visible;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What policies are called where one is chosen: the title; the id too where it is the user's own.
public final class PolicyNames extends StringConverter<Policy> {

  private static final int LONGEST = 60;

  @Override
  public String toString(@Nullable Policy policy) {
    if (policy == null) {
      return "";
    }
    String title = Visible.of(policy.title(), LONGEST);
    return Policies.isBuiltIn(policy.id())
        ? title
        : title + " · " + Visible.of(policy.id(), LONGEST);
  }

  @Override
  public Policy fromString(String text) {
    throw new IllegalStateException("not editable");
  }
}
