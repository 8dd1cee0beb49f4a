package dev.assay.compare;

import dev.assay.compare.Pairing.Paired;
import dev.assay.evaluation.Evaluation;
import dev.assay.slice.Attribute;
import dev.assay.slice.Intersections;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The slices of the rows that two runs share: everyone, single attributes, intersections as deep
/// as both runs have them.
///
/// @param slicings everyone first
/// @param singles how many of them are of everyone or one attribute
/// @param remarks attributes that are not compared
record SharedSlices(List<Slicing> slicings, int singles, List<String> remarks) {

  /// Slices whose differences may be resampled; later ones get closed forms.
  private static final int RESAMPLED_SLICES = 500;

  static SharedSlices of(ComparedRun one, ComparedRun two, Paired rows) {
    List<Attribute> shared = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (Attribute attribute : one.attributes()) {
      Optional<Attribute> other =
          two.attributes().stream().filter(a -> a.name().equals(attribute.name())).findFirst();
      if (other.isEmpty()) {
        remarks.add(attribute.name() + " was sliced by in the first run only");
      } else if (!sameGroups(attribute, other.get(), rows)) {
        remarks.add("the two runs group " + attribute.name() + " differently");
      } else {
        shared.add(restricted(attribute, rows));
      }
    }
    two.attributes().stream()
        .filter(a -> one.attributes().stream().noneMatch(o -> o.name().equals(a.name())))
        .forEach(a -> remarks.add(a.name() + " was sliced by in the second run only"));
    List<Slicing> slicings = new ArrayList<>();
    slicings.add(everyone(rows.size()));
    shared.forEach(a -> slicings.add(Slicing.of(a)));
    int depth = Math.min(depth(one.evaluation()), depth(two.evaluation()));
    slicings.addAll(Intersections.of(shared, depth).slicings());
    return new SharedSlices(List.copyOf(slicings), shared.size() + 1, List.copyOf(remarks));
  }

  /// Whether the slices of this slicing are among the first [#RESAMPLED_SLICES].
  boolean isResampled(int slicing) {
    return slicings.subList(0, slicing + 1).stream().mapToInt(Slicing::size).sum()
        <= RESAMPLED_SLICES;
  }

  private static Slicing everyone(int rows) {
    return new Slicing(
        List.of(), new int[rows], List.of(SliceKey.WHOLE), 0, Attribute.ReferenceOrigin.LARGEST);
  }

  private static boolean sameGroups(Attribute a, Attribute b, Paired rows) {
    return rows.agree(
        (i, j) ->
            java.util.Objects.equals(a.values().get(a.codes()[i]), b.values().get(b.codes()[j])));
  }

  private static Attribute restricted(Attribute attribute, Paired rows) {
    int[] codes = new int[rows.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = attribute.codes()[rows.first()[i]];
    }
    return new Attribute(
        attribute.name(),
        codes,
        attribute.values(),
        attribute.referenceIndex(),
        attribute.reference(),
        attribute.grouping());
  }

  private static int depth(Evaluation evaluation) {
    return evaluation.metrics().stream()
        .mapToInt(r -> r.slice().conditions().size())
        .max()
        .orElse(0);
  }
}
