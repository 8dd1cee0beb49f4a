package dev.assay.app.gui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.attest.Role;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.PersonKey;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EnrolFormTest {

  private static final String PASSPHRASE = "correct horse battery";
  private static final Signatory ADA =
      new Signatory(
          "ada",
          "Ada Lovelace",
          new TreeSet<>(List.of(Role.ADMINISTRATOR)),
          PersonKey.generate("ada").verifier(),
          Instant.EPOCH,
          null,
          0);

  @Test
  void theFirstPersonIsAnAdministratorAndNeedsNobody() {
    assertThat(form(List.of(), "ada", Role.AUTHOR, null, 0).hindrance())
        .isEqualTo("The first person is an administrator.");
    assertThat(form(List.of(), "ada", Role.ADMINISTRATOR, null, 0).hindrance()).isEmpty();
  }

  @Test
  void everybodyElseNeedsAnAdministratorAndAnIdOfTheirOwn() {
    assertThat(form(List.of(ADA), "ada", Role.AUTHOR, ADA, 9).hindrance())
        .isEqualTo("The id ada is taken, and ids are never given again.");
    assertThat(form(List.of(ADA), "Alan T", Role.AUTHOR, ADA, 9).hindrance())
        .startsWith("An id is made of small letters");
    assertThat(form(List.of(ADA), "alan", Role.AUTHOR, null, 0).hindrance())
        .isEqualTo("Choose the administrator who signs for it.");
    assertThat(form(List.of(ADA), "alan", Role.AUTHOR, ADA, 0).hindrance())
        .isEqualTo("Type the passphrase of Ada Lovelace.");
    assertThat(form(List.of(ADA), "alan", Role.AUTHOR, ADA, 9).hindrance()).isEmpty();
  }

  @Test
  void passphrasesAreLongEnoughTheSameTwiceAndNeverPrinted() {
    EnrolForm weak =
        new EnrolForm(
            List.of(), "ada", "Ada", roles(Role.ADMINISTRATOR), "seen", "short", "short", null, 0);
    assertThat(weak.hindrance()).isEqualTo("A passphrase has at least 12 characters.");
    EnrolForm different =
        new EnrolForm(
            List.of(), "ada", "Ada", roles(Role.ADMINISTRATOR), "seen", PASSPHRASE, "x", null, 0);
    assertThat(different.hindrance()).isEqualTo("The two passphrases differ.");
    assertThat(different.toString()).doesNotContain(PASSPHRASE);
  }

  private static EnrolForm form(
      List<Signatory> people,
      String id,
      Role role,
      @org.jspecify.annotations.Nullable Signatory second,
      int typed) {
    return new EnrolForm(
        people, id, "A Name", roles(role), "passport", PASSPHRASE, PASSPHRASE, second, typed);
  }

  private static TreeSet<Role> roles(Role role) {
    return new TreeSet<>(List.of(role));
  }
}
