package dev.assay.ledger.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;

/// Changes to a bundle: in the archive's bytes, in one file, in what the manifest says, in which
/// files there are.
final class Mutation {

  private Mutation() {}

  static byte[] of(byte[] zip, Random random) {
    if (random.nextInt(3) == 0) {
      return bytes(zip, random);
    }
    SortedMap<String, byte[]> files = StoredZip.read(zip);
    List<String> names = List.copyOf(files.keySet());
    String name = names.get(random.nextInt(names.size()));
    String other = names.get(random.nextInt(names.size()));
    switch (random.nextInt(6)) {
      case 0 -> files.remove(name);
      case 1 -> files.put(name, files.get(other));
      case 2 -> files.put(name + random.nextInt(3), files.get(other));
      case 3 -> files.put("ledger/entries/" + random.nextInt(9) + ".json", files.get(name));
      default -> files.put(name, bytes(files.get(name), random));
    }
    return StoredZip.write(files);
  }

  private static byte[] bytes(byte[] content, Random random) {
    if (content.length == 0) {
      return new byte[] {1};
    }
    int at = random.nextInt(content.length);
    byte[] changed = content.clone();
    switch (random.nextInt(5)) {
      case 0 -> changed[at] = (byte) random.nextInt(256);
      case 1 -> {
        return Arrays.copyOf(content, at);
      }
      case 2 -> {
        byte[] longer = new byte[content.length + 1];
        System.arraycopy(content, 0, longer, 0, at);
        longer[at] = (byte) "0 \n\"a}=+".charAt(random.nextInt(8));
        System.arraycopy(content, at, longer, at + 1, content.length - at);
        return longer;
      }
      case 3 -> {
        int from = random.nextInt(content.length);
        int most = content.length - Math.max(at, from);
        System.arraycopy(content, from, changed, at, random.nextInt(most + 1));
      }
      default -> changed[at] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }
}
