/// Tests of bias audits.
@org.jspecify.annotations.NullMarked
package dev.assay.regime.ll144;
