package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProofStepsTest {

  @Test
  void stepsEndAtTheRootForEveryEntryOfEveryTree() {
    int tried = 0;
    for (int size = 1; size <= 40; size++) {
      List<TreeHash> leaves =
          IntStream.range(0, size)
              .mapToObj(i -> TreeHash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
              .toList();
      MerkleTree tree = new MerkleTree(size, nodes(leaves));
      for (int index = 0; index < size; index++) {
        InclusionProof proof = new InclusionProof(index, tree.inclusion(index), "");
        List<InclusionProof.Step> steps = proof.steps(leaves.get(index), size);
        TreeHash top = steps.isEmpty() ? leaves.get(index) : steps.getLast().result();
        assertThat(top).as("%d of %d", index, size).isEqualTo(tree.root());
        assertThat(steps)
            .extracting(InclusionProof.Step::beside)
            .containsExactlyElementsOf(proof.path());
        tried++;
      }
    }
    assertThat(tried).isEqualTo(820);
  }

  private static TreeNodes nodes(List<TreeHash> leaves) {
    return (level, index) ->
        level == 0
            ? leaves.get((int) index)
            : TreeHash.node(
                nodes(leaves).complete(level - 1, 2 * index),
                nodes(leaves).complete(level - 1, 2 * index + 1));
  }
}
