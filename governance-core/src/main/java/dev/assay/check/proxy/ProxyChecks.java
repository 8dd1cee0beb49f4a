package dev.assay.check.proxy;

import dev.assay.check.Check;
import java.util.List;

/// Checks of this family.
public final class ProxyChecks {

  private ProxyChecks() {}

  /// Every check of the family.
  public static List<Check> all() {
    return List.of(new DirectUse(), new SingleProxy(), new JointProxy());
  }
}
