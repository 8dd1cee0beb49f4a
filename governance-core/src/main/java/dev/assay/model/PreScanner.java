package dev.assay.model;

import java.util.List;

/// Looks at a model before any native code does.
final class PreScanner {

  private static final OperatorCatalogue CATALOGUE = OperatorCatalogue.load();

  private static final List<ScanRule> RULES =
      List.of(
          new VersionRule(CATALOGUE),
          new OperatorRule(CATALOGUE),
          new SignatureRule(),
          new ExternalDataRule(),
          new TensorRule(),
          new WiringRule(),
          new GrowthRule(),
          new LoopRule(),
          new CrashRule(),
          new PrecisionRule(),
          new NamesRule());

  private PreScanner() {}

  static PreScan scan(ModelFile file) {
    Findings findings = new Findings();
    RULES.forEach(rule -> rule.look(file, findings));
    return findings.toPreScan();
  }
}
