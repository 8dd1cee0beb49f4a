package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

  /// Entries and roots of Certificate Transparency's reference implementation.
  private static final List<String> ENTRIES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static final int ALL = 512;
  private static final FlatTree SMALL = new FlatTree(ALL);

  @Test
  void rootsAreThoseOfCertificateTransparency() {
    Frontier frontier = new Frontier();
    assertThat(frontier.root().hex()).isEqualTo(ROOTS.getFirst());
    for (int i = 0; i < ENTRIES.size(); i++) {
      frontier.append(TreeHash.leaf(HexFormat.of().parseHex(ENTRIES.get(i))), node -> {});
      assertThat(frontier.root().hex()).isEqualTo(ROOTS.get(i + 1));
      assertThat(frontier.size()).isEqualTo(i + 1L);
    }
  }

  @Test
  void inclusionAndConsistencyAreThoseOfCertificateTransparency() {
    List<TreeHash> leaves =
        ENTRIES.stream().map(e -> TreeHash.leaf(HexFormat.of().parseHex(e))).toList();
    MerkleTree tree = new MerkleTree(8, stored(leaves));

    assertThat(tree.inclusion(5))
        .extracting(TreeHash::hex)
        .containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(tree.consistency(6))
        .extracting(TreeHash::hex)
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  @Test
  void everySizeHasTheRootOfTheRecursionInTheStandard() {
    Frontier frontier = new Frontier();
    for (int n = 0; n <= ALL; n++) {
      TreeHash root = new MerkleTree(n, SMALL).root();
      assertThat(root).isEqualTo(FlatTree.recursive(0, n)).isEqualTo(frontier.root());
      assertThat(Frontier.of(new MerkleTree(n, SMALL)).root()).isEqualTo(root);
      frontier.append(FlatTree.leaf(n), node -> {});
    }
  }

  @Test
  void everyEntryOfEverySizeIsProvedAndNoNeighbourIs() {
    long proved = 0;
    for (int n = 1; n <= ALL; n++) {
      MerkleTree tree = new MerkleTree(n, SMALL);
      TreeHash root = tree.root();
      for (int i = 0; i < n; i++) {
        List<TreeHash> path = tree.inclusion(i);
        TreeHash leaf = SMALL.complete(0, i);
        assertThat(Proofs.included(leaf, i, n, path, root)).isTrue();
        if (Proofs.included(leaf, i + 1L, n, path, root)
            || Proofs.included(leaf, i - 1L, n, path, root)) {
          throw new AssertionError("entry " + i + " of " + n + " is said to be its neighbour");
        }
        proved++;
      }
    }
    assertThat(proved).isEqualTo(131_328);
  }

  @Test
  void everySizeIsTheBeginningOfEveryLaterOne() {
    List<TreeHash> roots = new ArrayList<>();
    for (int n = 0; n <= ALL; n++) {
      roots.add(new MerkleTree(n, SMALL).root());
    }
    long proved = 0;
    for (int n = 0; n <= ALL; n++) {
      MerkleTree tree = new MerkleTree(n, SMALL);
      for (int m = 0; m <= n; m++) {
        List<TreeHash> path = tree.consistency(m);
        if (!Proofs.consistent(m, roots.get(m), n, roots.get(n), path)) {
          throw new AssertionError(m + " is not proved to be the beginning of " + n);
        }
        if (m > 0 && Proofs.consistent(m, roots.get(m - 1), n, roots.get(n), path)) {
          throw new AssertionError("a wrong root of " + m + " is taken for " + n);
        }
        proved++;
      }
    }
    assertThat(proved).isEqualTo(131_841);
  }

  @Test
  void sizesUpToAMillionAreProved() {
    int leaves = 1_000_000;
    FlatTree large = new FlatTree(leaves);
    Frontier frontier = new Frontier();
    Random random = new Random(9);
    long[] stops = random.longs(40, 1, leaves).sorted().toArray();
    for (long stop : stops) {
      while (frontier.size() < stop) {
        frontier.append(large.complete(0, frontier.size()), node -> {});
      }
      assertThat(frontier.root()).isEqualTo(new MerkleTree(stop, large).root());
    }
    for (int i = 0; i < 10_000; i++) {
      long n = random.nextLong(1, leaves + 1L);
      long m = random.nextLong(0, n + 1);
      long index = random.nextLong(0, n);
      MerkleTree tree = new MerkleTree(n, large);
      TreeHash root = tree.root();
      assertThat(Proofs.included(large.complete(0, index), index, n, tree.inclusion(index), root))
          .isTrue();
      assertThat(Proofs.consistent(m, tree.rootAt(m), n, root, tree.consistency(m))).isTrue();
    }
  }

  @Test
  void changedProofsAreRefused() {
    Random random = new Random(5);
    int changed = 100_000;
    for (int i = 0; i < changed; i++) {
      int n = random.nextInt(2, ALL + 1);
      MerkleTree tree = new MerkleTree(n, SMALL);
      int index = random.nextInt(n);
      int m = random.nextInt(1, n);
      boolean included =
          i % 2 == 0
              ? Proofs.included(
                  SMALL.complete(0, index),
                  index,
                  n,
                  change(tree.inclusion(index), random),
                  tree.root())
              : Proofs.consistent(
                  m, tree.rootAt(m), n, tree.root(), change(tree.consistency(m), random));
      if (included) {
        throw new AssertionError("a changed proof is taken: n=" + n + " i=" + index + " m=" + m);
      }
    }
  }

  @Test
  void proofsOfWhatIsNotThereAreRefused() {
    MerkleTree tree = new MerkleTree(7, SMALL);
    assertThatThrownBy(() -> tree.inclusion(7)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.consistency(8)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.rootAt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(Proofs.included(tree.root(), 0, 0, List.of(), tree.root())).isFalse();
    assertThat(Proofs.consistent(8, tree.root(), 7, tree.root(), List.of())).isFalse();
    assertThat(Proofs.consistent(0, tree.root(), 7, tree.root(), List.of())).isFalse();
  }

  /// One bit, one hash too few, one too many, two in the wrong order.
  private static List<TreeHash> change(List<TreeHash> path, Random random) {
    List<TreeHash> changed = new ArrayList<>(path);
    int at = changed.isEmpty() ? 0 : random.nextInt(changed.size());
    switch (changed.isEmpty() ? 2 : random.nextInt(4)) {
      case 0 -> {
        byte[] bytes = changed.get(at).bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        changed.set(at, TreeHash.of(bytes));
      }
      case 1 -> changed.remove(at);
      case 2 -> changed.add(at, FlatTree.leaf(random.nextInt()));
      default -> {
        TreeHash moved = changed.remove(at);
        changed.add(at == 0 ? changed.size() : 0, moved);
        if (changed.equals(path)) {
          changed.add(moved);
        }
      }
    }
    return changed;
  }

  private static TreeNodes stored(List<TreeHash> leaves) {
    return (level, index) -> {
      if (level == 0) {
        return leaves.get((int) index);
      }
      TreeNodes below = stored(leaves);
      return TreeHash.node(
          below.complete(level - 1, 2 * index), below.complete(level - 1, 2 * index + 1));
    };
  }
}
