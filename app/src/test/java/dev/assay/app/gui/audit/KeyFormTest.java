package dev.assay.app.gui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.attest.Signatory;
import dev.assay.usecase.SigningOffice;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFormTest {

  private static final String NEW = "another passphrase";

  @TempDir Path folder;
  private SigningOffice office;

  @BeforeEach
  void staff() {
    office = new SigningOffice(folder).staffed();
  }

  @Test
  void renewingAsksForANewPassphraseAndAnotherPersonWhoMaySign() {
    Signatory alan = person("alan");
    assertThat(KeyForm.signers(KeyAct.RENEW, alan, people()))
        .extracting(Signatory::id)
        .containsExactly("ada", "barbara");
    assertThat(KeyForm.signers(KeyAct.RENEW, person("ada"), people()))
        .extracting(Signatory::id)
        .containsExactly("barbara");
    assertThat(renewal(null, NEW, NEW).hindrance()).isEqualTo("Choose a person in the table.");
    assertThat(renewal(alan, "short", "short").hindrance()).contains("at least 12 characters");
    assertThat(renewal(alan, NEW, "other").hindrance())
        .isEqualTo("The two new passphrases differ.");
    KeyForm whole = renewal(alan, NEW, NEW);
    assertThat(whole.hindrance()).isEmpty();
    assertThat(whole.toString()).isEqualTo("Renew the key of alan").doesNotContain(NEW);
    Signatory renewed = whole.perform(office.signatories);
    assertThat(renewed.key()).isNotEqualTo(alan.key());
  }

  @Test
  void revokingTakesTwoDifferentPeopleAnAdministratorOrTheOwnerAmongThem() {
    assertThat(revocation("grace", null).hindrance())
        .isEqualTo("Choose the second person who signs for it.");
    assertThat(revocation("ada", "ada").hindrance())
        .isEqualTo("Two different people revoke a key.");
    assertThat(revocation("grace", "barbara").hindrance())
        .isEqualTo("One of the two is an administrator or the owner of the key.");
    assertThat(revocation("grace", "alan").hindrance()).isEmpty();
    assertThat(revocation("ada", "barbara").perform(office.signatories).active()).isFalse();
    assertThat(revocation("ada", "barbara").hindrance())
        .isEqualTo("The key of Alan Turing is revoked.");
    assertThat(KeyForm.signers(KeyAct.RENEW, person("alan"), people()))
        .as("who comes back needs an administrator")
        .extracting(Signatory::id)
        .containsExactly("ada");
  }

  @Test
  void onlyALockedKeyIsUnlockedAndByAnAdministrator() {
    KeyForm form = form(KeyAct.UNLOCK, person("alan"), "", "", person("ada"), null);
    assertThat(form.hindrance()).isEqualTo("The key of Alan Turing is not locked.");
    assertThat(KeyForm.signers(KeyAct.UNLOCK, person("alan"), people()))
        .extracting(Signatory::id)
        .containsExactly("ada");
  }

  private KeyForm renewal(Signatory person, String passphrase, String again) {
    return form(KeyAct.RENEW, person, passphrase, again, person("ada"), null);
  }

  private KeyForm revocation(String first, String second) {
    return form(
        KeyAct.REVOKE,
        person("alan"),
        "",
        "",
        person(first),
        second == null ? null : person(second));
  }

  private static KeyForm form(
      KeyAct act,
      Signatory person,
      String passphrase,
      String again,
      Signatory first,
      Signatory second) {
    return new KeyForm(
        act,
        person,
        "he left the office",
        passphrase,
        again,
        first,
        SigningOffice.PASSPHRASE,
        second,
        SigningOffice.PASSPHRASE);
  }

  private Collection<Signatory> people() {
    return office.signatories.list();
  }

  private Signatory person(String id) {
    return office.signatories.register().person(id).orElseThrow();
  }
}
