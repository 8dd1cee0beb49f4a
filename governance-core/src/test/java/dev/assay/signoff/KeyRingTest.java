package dev.assay.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.ledger.attest.Role;
import dev.assay.ledger.attest.Signatory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

  private static final String OLD = "correct horse battery";
  private static final String NEW = "another passphrase";

  @TempDir Path folder;

  @Test
  void aKeyThatWasRecordedButNotYetInItsPlaceIsFound() {
    KeyRing ring = new KeyRing(folder);
    PersonKey first = kept(ring, OLD, true);
    PersonKey second = kept(ring, NEW, false);

    assertThat(ring.unlock(known(second), NEW.toCharArray()))
        .map(PersonKey::verifier)
        .contains(second.verifier());
    assertThat(folder.resolve("ada.p12.new")).doesNotExist();
    assertThatThrownBy(() -> ring.unlock(known(first), NEW.toCharArray()))
        .isInstanceOfSatisfying(
            UsageError.class, e -> assertThat(e.code()).isEqualTo("SIGN-KEY-OTHER"));
  }

  @Test
  void aKeyThatWasProposedAndNeverRecordedLeavesThePresentOne() {
    KeyRing ring = new KeyRing(folder);
    PersonKey first = kept(ring, OLD, true);
    kept(ring, NEW, false);

    assertThat(ring.unlock(known(first), OLD.toCharArray()))
        .map(PersonKey::verifier)
        .contains(first.verifier());
    assertThat(ring.unlock(known(first), "wrong passphrase".toCharArray())).isEmpty();
    ring.discard("ada");
    assertThat(folder.resolve("ada.p12.new")).doesNotExist();
  }

  @Test
  void aDamagedOrMissingKeyIsSaidInASentence() throws Exception {
    KeyRing ring = new KeyRing(folder);
    PersonKey key = PersonKey.generate("ada");
    assertThatThrownBy(() -> ring.unlock(known(key), OLD.toCharArray()))
        .hasMessageContaining("There is no key of ada on this computer");
    Files.write(folder.resolve("ada.p12"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> ring.unlock(known(key), OLD.toCharArray()))
        .isInstanceOfSatisfying(
            InputRejected.class, e -> assertThat(e.code()).isEqualTo("SIGN-KEY-DAMAGED"));
  }

  @Test
  void anIdReachesNoOtherFolder() {
    assertThatThrownBy(() -> new KeyRing(folder).has("../ada"))
        .isInstanceOfSatisfying(UsageError.class, e -> assertThat(e.code()).isEqualTo("SIGN-ID"));
  }

  private static PersonKey kept(KeyRing ring, String passphrase, boolean adopted) {
    PersonKey key = PersonKey.generate("ada");
    ring.propose("ada", key, passphrase.toCharArray(), Instant.EPOCH);
    if (adopted) {
      ring.adopt("ada");
    }
    return key;
  }

  private static Signatory known(PersonKey key) {
    return new Signatory(
        "ada", "Ada", new TreeSet<>(List.of(Role.AUTHOR)), key.verifier(), Instant.EPOCH, null, 0);
  }
}
