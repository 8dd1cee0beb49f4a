package dev.assay.ledger.bundle;

import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.Question;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.Entry;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.SignedNote;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Answers the four questions about the evidence of a fork: whose signature is under both states,
/// what lies under them, and whether they contradict each other. Then the log is refused.
///
/// @param files of the evidence, by name
/// @param expected line or fingerprint of the key that somebody expects, absent = its own
/// @param found takes what is wrong
record ForkVerifier(SortedMap<String, byte[]> files, @Nullable String expected, Findings found) {

  private static final Pattern BELONGS =
      Pattern.compile(
          "FORMAT\\.md|verify\\.py|keys\\.json|fork/(?:seen|found)/(?:checkpoint|leaf-hashes"
              + "|entries/(?:0|[1-9][0-9]{0,17})\\.json)");
  private static final Pattern ENTRY = Pattern.compile("(fork/[a-z]+/)entries/([0-9]+)\\.json");

  /// Whether these files are the evidence of a fork and not of an audit.
  static boolean isOne(SortedMap<String, byte[]> files) {
    return !files.containsKey(Manifest.FILE) && files.containsKey(Fork.SEEN + Fork.CHECKPOINT);
  }

  List<Answer> answers() {
    files.keySet().stream()
        .filter(name -> !BELONGS.matcher(name).matches())
        .forEach(
            name ->
                found.bytes.add(
                    EvidenceVerifier.shown(name) + ": it does not belong to evidence of a fork"));
    Keys keys =
        Findings.read(
            found.signatures, Keys.FILE, () -> Keys.parse(EvidenceVerifier.file(files, Keys.FILE)));
    VerifierKey log = keys == null ? null : keys.log();
    if (log != null && expected != null && !log.isMeantBy(expected)) {
      found.signatures.add(Keys.FILE + ": it holds another key than the one you expect");
    }
    Held seen = side(Fork.SEEN, log);
    Held now = side(Fork.FOUND, log);
    return List.of(
        found.bytes.isEmpty()
            ? Answer.notAsked(
                Question.BYTES,
                "Nobody signed a list of these files: what they show rests on the two signatures.")
            : new Answer(Question.BYTES, State.NO, "Something does not belong here.", found.bytes),
        Answer.of(
            Question.SIGNATURES,
            found.signatures,
            log == null
                ? ""
                : "Both states are signed by the log "
                    + log.name()
                    + ", fingerprint "
                    + log.fingerprint()
                    + ".",
            "A signature is missing, wrong or another's."),
        Answer.of(
            Question.INCLUSION,
            found.inclusion,
            "What lies under each state gives what was signed.",
            "Something does not lie under the states as the evidence claims."),
        consistency(seen, now));
  }

  private @Nullable Held side(String folder, @Nullable VerifierKey log) {
    String name = folder + Fork.CHECKPOINT;
    SignedNote note =
        Findings.read(
            found.signatures,
            name,
            () -> SignedNote.parse(EvidenceVerifier.text(EvidenceVerifier.file(files, name))));
    Checkpoint checkpoint =
        note == null
            ? null
            : Findings.read(found.signatures, name, () -> Checkpoint.parse(note.text()));
    if (note == null || checkpoint == null) {
      return null;
    }
    if (log != null && !(checkpoint.origin().equals(log.name()) && log.signed(note))) {
      found.signatures.add(name + ": it is not signed by the key in " + Keys.FILE);
    }
    byte[] hashes = files.get(folder + Fork.LEAVES);
    List<TreeHash> leaves =
        hashes == null
            ? null
            : Findings.read(
                found.inclusion,
                folder + Fork.LEAVES,
                () -> EvidenceVerifier.leaves(hashes, checkpoint));
    return new Held(new Receipt(log, note, checkpoint), leaves, entries(folder, leaves));
  }

  private SortedMap<Long, byte[]> entries(String folder, @Nullable List<TreeHash> leaves) {
    SortedMap<Long, byte[]> entries = new TreeMap<>();
    for (String name : files.keySet()) {
      Matcher entry = ENTRY.matcher(name);
      if (!name.startsWith(folder) || !entry.matches() || !BELONGS.matcher(name).matches()) {
        continue;
      }
      long index = Long.parseLong(entry.group(2));
      Entry read = Findings.read(found.inclusion, name, () -> Entry.parse(files.get(name)));
      if (leaves == null || index >= leaves.size()) {
        found.inclusion.add(name + ": there is no hash that it belongs to");
      } else if (read != null) {
        if (!TreeHash.leaf(files.get(name)).equals(leaves.get((int) index))) {
          found.inclusion.add(name + ": it is not entry " + index);
        }
        entries.put(index, files.get(name));
      }
    }
    return entries;
  }

  private Answer consistency(@Nullable Held seen, @Nullable Held now) {
    if (seen == null || now == null || !found.signatures.isEmpty() || !found.inclusion.isEmpty()) {
      return Answer.notAsked(
          Question.CONSISTENCY, "It cannot be asked of states that are not what was signed.");
    }
    return switch (Fork.relation(seen, now)) {
      case AGREE ->
          Answer.yes(Question.CONSISTENCY, "The longer state goes on from the shorter one.");
      case UNKNOWN ->
          Answer.notAsked(Question.CONSISTENCY, "The hashes under the longer state are not here.");
      case CONTRADICT ->
          new Answer(
                  Question.CONSISTENCY,
                  State.NO,
                  "The log was forked: its key signed two states that are not of one history.",
                  List.of(Fork.FOUND + Fork.CHECKPOINT + ": " + how(seen, now)))
              .with(details(seen, now));
    };
  }

  private static String how(Held seen, Held now) {
    long shared = Fork.shared(seen, now);
    long shorter = Math.min(seen.head().checkpoint().size(), now.head().checkpoint().size());
    return "it contradicts "
        + Fork.SEEN
        + Fork.CHECKPOINT
        + "; "
        + (shared < 0
            ? "the first " + shorter + " entries are not the same"
            : "the first " + shared + " entries are the same, entry " + shared + " is not");
  }

  private static List<String> details(Held seen, Held now) {
    List<String> said = new ArrayList<>();
    said(seen, "seen", said);
    said(now, "found", said);
    return said;
  }

  /// Word for word as the script writes it.
  private static void said(Held side, String word, List<String> said) {
    Checkpoint head = side.head().checkpoint();
    said.add("What was " + word + ": " + head.size() + " entries, root " + head.root().hex() + ".");
    side.entries()
        .forEach(
            (index, bytes) -> {
              Entry entry = Entry.parse(bytes);
              said.add(
                  "Entry "
                      + index
                      + " that was "
                      + word
                      + ": "
                      + entry.kind()
                      + " "
                      + entry.subject()
                      + " by "
                      + entry.actor()
                      + " on "
                      + entry.time()
                      + ".");
            });
  }
}
