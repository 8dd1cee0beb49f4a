package dev.assay.app.gui.audit;

/// What can be done with a person's key.
enum KeyAct {
  RENEW("Renew the key"),
  REVOKE("Revoke the key"),
  UNLOCK("Unlock the key");

  private final String title;

  KeyAct(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /// What it means, and when it is done.
  String words() {
    return switch (this) {
      case RENEW ->
          "A new key under a new passphrase, for instance when the old one was forgotten or is too old. A second"
              + " person signs for it.";
      case REVOKE ->
          "The key signs no longer, for instance when its owner left. Two people sign for it, an administrator or the"
              + " owner among them. What it signed stays valid.";
      case UNLOCK ->
          "The key signs again after too many wrong passphrases. An administrator finds out who tried, then signs for"
              + " it.";
    };
  }
}
