package dev.assay.ledger.bundle;

import dev.assay.common.Resources;
import dev.assay.ledger.Entry;
import dev.assay.ledger.InclusionProof;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.VerifierKey;
import dev.assay.ledger.attest.Dsse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Writes bundles of evidence. The same content gives the same bytes.
public final class Evidence {

  static final String CHECKPOINT = "ledger/checkpoint";
  static final String LEAVES = "ledger/leaf-hashes";
  static final String ENTRIES = "ledger/entries/";
  static final String PAYLOADS = "ledger/payloads/";
  static final String PROOFS = "ledger/proofs/";
  static final String DOCUMENTS = "documents/";

  static final String ATTACHMENTS = "attachments/";

  private static final List<String> FOR_AUDITORS = List.of("FORMAT.md", "verify.py");

  private Evidence() {}

  /// Name in a bundle of a document that a record names.
  ///
  /// @param part the record's word for it: "audit", "policy"
  public static String documentName(String part) {
    return DOCUMENTS + part + (part.equals("policy") ? ".yaml" : ".json");
  }

  /// Name in a bundle of a file that came with an addition.
  ///
  /// @param sha256 of its bytes, in hexadecimal
  public static String attachmentName(String sha256) {
    return ATTACHMENTS + sha256;
  }

  /// Name in a bundle of the bytes that an entry names.
  public static String payloadName(long index) {
    return PAYLOADS + index;
  }

  /// The archive.
  ///
  /// @param documents reports and documents by name; `documents/NAME` are those that a record names
  ///   by digest
  /// @param logged entries that are proved
  /// @param leaves hashes of all entries
  /// @param head of the log, with its key
  /// @param signer signs with the log's key
  public static byte[] write(
      SortedMap<String, byte[]> documents,
      List<Logged> logged,
      List<TreeHash> leaves,
      Receipt head,
      UnaryOperator<byte[]> signer) {
    VerifierKey key = head.key();
    if (key == null) {
      throw new IllegalArgumentException("a bundle needs the log's key");
    }
    SortedMap<String, byte[]> files = new TreeMap<>(documents);
    FOR_AUDITORS.forEach(name -> files.put(name, resource(name)));
    files.put(Keys.FILE, new Keys(key).bytes());
    files.put(CHECKPOINT, utf8(head.note().written()));
    ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    leaves.forEach(leaf -> hashes.writeBytes(leaf.bytes()));
    files.put(LEAVES, hashes.toByteArray());
    for (Logged one : logged) {
      long index = one.proof.index();
      files.put(ENTRIES + index + ".json", one.entry.bytes());
      files.put(PROOFS + index + ".tlog-proof", utf8(one.proof.written()));
      if (one.payload != null) {
        files.put(PAYLOADS + index, one.payload);
      }
    }
    byte[] manifest = Manifest.of(files).bytes();
    byte[] signature = signer.apply(Dsse.signed(manifest));
    files.put(
        Manifest.FILE,
        new Dsse(manifest, List.of(new Dsse.Signature(key.line(), signature))).bytes());
    return StoredZip.write(files);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) {
    return Resources.bytes(Evidence.class, name);
  }

  /// An entry with its proof.
  ///
  /// @param payload the bytes that it names, absent where they are not handed on
  public record Logged(Entry entry, InclusionProof proof, byte @Nullable [] payload) {}
}
