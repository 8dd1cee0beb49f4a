package dev.assay.dataset;

/// How the tags of words mark entities. Lower-case names are the words of `*.dataset.json`.
public enum TagScheme {
  /// B- begins every entity, I- goes on, O is outside (IOB2).
  BIO,
  /// I- is inside, B- begins an entity only right behind another of the same type (IOB1).
  IOB1,
  /// B- begins, I- goes on, E- ends, S- is an entity of one word (IOBES).
  BIOES,
  /// B- begins, I- goes on, L- is the last, U- is an entity of one word (BILUO in another order).
  BILOU,
  /// Each tag is a class of its own, such as a part of speech; there are no entities.
  PLAIN
}
