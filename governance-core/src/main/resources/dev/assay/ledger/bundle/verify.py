#!/usr/bin/env python3
"""Checks a bundle of evidence without Assay: python3 verify.py [BUNDLE.zip | FOLDER] [--against RECEIPT | BUNDLE] [--key KEY] [--json]

Answers four questions, each by itself: are the bytes those that were exported; whose signature is on them; are the
entries in the log; does the log go on from the receipt that you hold. Exit code 0: nothing is refused; 1: something
is; 2: wrong usage. Needs Python 3.8 and nothing else. FORMAT.md says what is checked and why; this script and Assay's
own verifier were written separately and are tested against each other.
"""
import base64, hashlib, json, os, re, struct, sys, zlib


class Refused(Exception):
    pass


def sha256(data):
    return hashlib.sha256(data).digest()


# ---- Ed25519 (RFC 8032): only verification; not constant in time, which verification need not be -------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def x_of(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P:
        return None
    return P - x if (x & 1) != sign else x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = x_of(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def added(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = added(result, point)
        point = added(point, point)
        scalar >>= 1
    return result


def point(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x = x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


KNOWN = {}


def signed(key, message, signature):
    asked = (key, message, signature)
    if asked not in KNOWN:
        if len(KNOWN) > 1000:
            KNOWN.clear()
        KNOWN[asked] = ed25519(key, message, signature)
    return KNOWN[asked]


def ed25519(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), added(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# ---- Text that can be written in one way only -----------------------------------------------------------------------


def unbase64(text):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        raise Refused("it is not base64")
    if base64.b64encode(data).decode() != text:
        raise Refused("it is not base64")
    return data


def text_of(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("it is not text")


def canonical(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def parsed(data):
    try:
        value = json.loads(text_of(data))
    except (ValueError, RecursionError):
        raise Refused("it cannot be read")
    if not isinstance(value, dict) or canonical(value) != data:
        raise Refused("it is not written in the canonical way")
    return value


def field(value, name, kind=str):
    if type(value.get(name)) is not kind:
        raise Refused("its " + name + " is missing")
    return value[name]


# ---- The archive: zip, read by its directory; then packed again, which must give the same bytes ---------------------


def unpacked(data):
    end = data.rfind(b"PK\5\6", 0, max(0, len(data) - 18))
    if end < 0:
        raise Refused("it is no zip archive")
    files = {}
    try:
        count, position = struct.unpack_from("<H", data, end + 10)[0], struct.unpack_from("<i", data, end + 16)[0]
        if position < 0:
            raise Refused("its directory was changed")
        for _ in range(min(count, 10000)):
            if data[position : position + 4] != b"PK\1\2":
                raise Refused("its directory was changed")
            method, packed, size, offset = (
                struct.unpack_from("<H", data, position + 10)[0],
                struct.unpack_from("<i", data, position + 20)[0],
                struct.unpack_from("<i", data, position + 24)[0],
                struct.unpack_from("<i", data, position + 42)[0],
            )
            name_size, extra, comment = struct.unpack_from("<HHH", data, position + 28)
            raw = data[position + 46 : position + 46 + name_size]
            if offset < 0 or packed < 0 or size < 0 or size > 2**29 or len(raw) != name_size:
                raise Refused("its directory was changed")
            first = offset + 30 + sum(struct.unpack_from("<HH", data, offset + 26))
            if first + packed > len(data):
                raise Refused("its directory was changed")
            content = data[first : first + packed]
            if method == 8:
                content = inflated(content, size)
            name = text_of(raw)
            if name in files or sum(map(len, files.values())) + len(content) > 2**29:
                raise Refused("it is too large, or has a file twice: " + name)
            files[name] = content
            position += 46 + name_size + extra + comment
            if position > len(data):
                raise Refused("it is cut off")
    except struct.error:
        raise Refused("it is cut off, or its directory was changed")
    return files


def inflated(packed, size):
    try:
        content = zlib.decompressobj(-15).decompress(packed, size) if size else b""
    except zlib.error:
        raise Refused("a file in it cannot be read")
    if len(content) != size:
        raise Refused("a file in it cannot be read")
    return content


def packed(files):
    body, directory = bytearray(), bytearray()
    for name in sorted(files):
        content, raw = files[name], name.encode("utf-8")
        common = struct.pack("<HHHHHIIIHH", 20, 0x800, 0, 0, 0x21, zlib.crc32(content), len(content), len(content), len(raw), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + raw
        body += b"PK\3\4" + common + raw + content
    count = len(files) & 0xFFFF
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


# ---- The log (RFC 9162; C2SP signed-note, tlog-checkpoint, tlog-proof) ----------------------------------------------


def leaf_hash(entry):
    return sha256(b"\0" + entry)


def node_hash(left, right):
    return sha256(b"\1" + left + right)


def tree_root(leaves):
    level = list(leaves)
    if not level:
        return sha256(b"")
    while len(level) > 1:
        pairs = [node_hash(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = pairs + level[len(level) - len(level) % 2 :]
    return level[0]


def included(leaf, index, size, path, root):
    """Section 2.1.3.2."""
    if index >= size:
        return False
    node, last, result = index, size - 1, leaf
    for beside in path:
        if last == 0:
            return False
        if node & 1 or node == last:
            result = node_hash(beside, result)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            result = node_hash(result, beside)
        node, last = node >> 1, last >> 1
    return last == 0 and result == root


def number(text):
    if not re.fullmatch(r"0|[1-9][0-9]{0,17}", text):
        raise Refused("a number is not written as one")
    return int(text)


class Key:
    def __init__(self, line):
        parts = line.split("+", 2)
        if len(parts) != 3:
            raise Refused("a key is written as name, checksum and base64")
        self.line, self.name, data = line, parts[0], unbase64(parts[2])
        if not self.name or re.search(r"[\s\x00-\x1f\x7f-\x9f]", self.name) or len(data) != 33 or data[0] != 1:
            raise Refused("it is not an Ed25519 key")
        self.public = data[1:]
        self.id = sha256(self.name.encode() + b"\n\1" + self.public)[:4]
        if self.id.hex() != parts[1]:
            raise Refused("the key does not match its checksum")
        digits = sha256(self.public).hex().upper()
        self.fingerprint = " ".join(digits[i : i + 4] for i in range(0, 64, 4))

    def is_meant_by(self, words):
        return words.strip() == self.line or re.sub(r"[\s:-]", "", words).upper() == self.fingerprint.replace(" ", "")


class Note:
    """A signed checkpoint."""

    def __init__(self, note):
        text, found, lines = note.rpartition("\n\n")
        if not found or not note.endswith("\n") or len(note) > 2**20 or re.search(r"[\x00-\x09\x0b-\x1f]", note):
            raise Refused("it is no signed note")
        self.written, self.text, self.signatures = note, text + "\n", []
        for line in lines[:-1].split("\n"):
            words = line.split(" ")
            if len(words) != 3 or words[0] != "\u2014" or not words[1] or len(self.signatures) >= 64:
                raise Refused("a signature line is not written as one")
            data = unbase64(words[2])
            if len(data) <= 4:
                raise Refused("a signature is too short")
            self.signatures.append((words[1], data[:4], data[4:]))
        said = self.text.split("\n")
        if len(said) != 4 or not said[0]:
            raise Refused("a checkpoint has three lines")
        self.origin, self.size, self.root = said[0], number(said[1]), unbase64(said[2])
        if len(self.root) != 32:
            raise Refused("its root is not a hash")

    def signed_by(self, key):
        ours = [s for name, key_id, s in self.signatures if name == key.name and key_id == key.id]
        return bool(ours) and all(signed(key.public, self.text.encode(), s) for s in ours)


def is_time(text):
    """Whether it is a moment of the calendar, with as few digits of the second as say it, by threes."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(?:\d{3}){0,2}(?!000)\d{3})?Z", text, re.ASCII)
    if not found:
        return False
    year, month, day, hour, minute, second = map(int, found.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= 12 and 1 <= day <= days[month - 1] and hour < 24 and minute < 60 and second < 60


def is_reason(text):
    """Whether something is said: three characters, spaces before and after not counted."""
    return len(text.strip("\t\n\v\f\r\x1c\x1d\x1e\x1f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000")) >= 3


def entry_of(data):
    entry = parsed(data)
    known = {"format", "kind", "subject", "payload", "actor", "time", "head", "supersedes", "reason"}
    texts = {"format", "kind", "subject", "payload", "actor", "time"} | (set(entry) & {"head", "reason"})
    if set(entry) - known or any(type(entry.get(name)) is not str for name in texts):
        raise Refused("it is not of the format assay.entry/1")
    hashes = [entry["payload"], entry.get("head", entry["payload"])]
    if (
        entry["format"] != "assay.entry/1"
        or not re.fullmatch(r"[a-z][a-z-]{0,39}", entry["kind"])
        or not all(re.fullmatch(r"[0-9a-f]{64}", h) for h in hashes)
        or not is_time(entry["time"])
        or entry.get("reason") == ""
    ):
        raise Refused("it is not written as an entry")
    if "supersedes" in entry and (
        type(entry["supersedes"]) is not int
        or not 0 <= entry["supersedes"] < 2**63
        or not is_reason(entry.get("reason", ""))
    ):
        raise Refused("a correction names an entry and gives a reason")
    return entry


def moment(text):
    """In nanoseconds; years begin in March here, so that a leap day is the last."""
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    days = 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day
    seconds = days * 86400 + int(text[11:13]) * 3600 + int(text[14:16]) * 60 + int(text[17:19])
    return seconds * 10**9 + int((text[20:-1] + "0" * 9)[:9])


def set_back(entries):
    """Entries that are dated more than a minute before the one before them."""
    found, last = [], None
    for index in sorted(entries):
        entry = entries[index]
        if entry["kind"] == "migration" and re.fullmatch("format [12] to [0-9]+", entry["subject"]):
            found, last = [], None
        if entry["kind"] in ("run", "genesis", "migration"):
            continue
        if last is not None and moment(entry["time"]) < moment(entries[last]["time"]) - 60 * 10**9:
            said = (index, entry["subject"], entry["actor"], entry["time"], last, entries[last]["time"])
            found.append("Entry %d (%s, by %s) is dated %s, entry %d before it %s: a clock was set back." % said)
        last = index
    return found


# ---- What people signed: DSSE envelopes over in-toto statements, replayed in the order of the log --------------------

STATEMENT, SIGNOFF, PAYLOAD_TYPE = "https://in-toto.io/Statement/v1", "https://assay.dev/signoff/v1", "application/vnd.in-toto+json"
# word: (roles that may, meaning); an act without signature means nothing
AUDIT_ACTS = {
    "submitted": ({"author"}, "authorship"),
    "reviewed": ({"reviewer"}, "review"),
    "approved": ({"approver"}, "approval"),
    "rejected": ({"approver"}, "rejection"),
    "withdrawn": ({"author", "approver", "administrator"}, "withdrawal"),
    "superseded": ({"approver", "administrator"}, "supersession"),
    "commented": (None, ""),
    "attached": (None, ""),
    "sealed": (None, ""),
    "erased": ({"administrator"}, "responsibility for an erasure"),
    "refused": (None, ""),
}
RULES = {"approver-may-be-author": "yes|no", "passphrase-days": "0|[1-9][0-9]{0,3}"}
REGISTER_ACTS = {"enrolled": 1, "rotated": 1, "revoked": 1, "unlocked": 1, "set": 1, "restored": 1, "clock": 1, "wrong-passphrase": 0}
ROLES = {"author", "reviewer", "approver", "administrator"}


def plain(value):
    """Whether it is made of objects, lists, text and whole numbers."""
    if type(value) is dict:
        return all(plain(one) for one in value.values())
    if type(value) is list:
        return all(plain(one) for one in value)
    return type(value) is str or (type(value) is int and -(2**63) <= value < 2**63)


def pae(payload):
    return b"DSSEv1 %d %s %d %s" % (len(PAYLOAD_TYPE), PAYLOAD_TYPE.encode(), len(payload), payload)


def envelope_of(data):
    envelope = parsed(data)
    signatures = field(envelope, "signatures", list)
    if set(envelope) != {"payload", "payloadType", "signatures"} or envelope["payloadType"] != PAYLOAD_TYPE:
        raise Refused("it is not written as an envelope")
    if not 1 <= len(signatures) <= 8 or any(type(s) is not dict or set(s) != {"keyid", "sig"} for s in signatures):
        raise Refused("its signatures are not written as such")
    return unbase64(field(envelope, "payload")), [(field(s, "keyid"), unbase64(field(s, "sig"))) for s in signatures]


class Act:
    """Something that a person did."""

    def __init__(self, data):
        self.digest, self.message, self.signatures, self.subjects = sha256(data).hex(), b"", [], {}
        whole = parsed(data)
        if not plain(whole):
            raise Refused("it is not written in the canonical way")
        if "payloadType" in whole:
            payload, self.signatures = envelope_of(data)
            self.message, statement = pae(payload), parsed(payload)
            if not plain(statement) or set(statement) != {"_type", "predicateType", "predicate", "subject"}:
                raise Refused("it is not a statement of a sign-off")
            if statement["_type"] != STATEMENT or statement["predicateType"] != SIGNOFF:
                raise Refused("it is not a statement of a sign-off")
            self.said = field(statement, "predicate", dict)
            self.subjects = self.documents(field(statement, "subject", list))
        elif whole.pop("format", None) == "assay.act/1":
            self.said = whole
        else:
            raise Refused("it is not of the format assay.act/1")
        self.kind, self.person, self.time = self.text("act"), self.text("person"), self.text("time")
        self.of_people = self.kind in REGISTER_ACTS
        if not is_time(self.time):
            raise Refused("its time cannot be read")
        if not self.of_people and self.kind not in AUDIT_ACTS:
            raise Refused("it does not say what was done")
        asks = REGISTER_ACTS[self.kind] if self.of_people else AUDIT_ACTS[self.kind][0]
        if bool(asks) != bool(self.signatures):
            raise Refused("it is not signed as it has to be")
        self.audit = None if self.of_people else self.text("audit")

    def text(self, name):
        return field(self.said, name)

    @staticmethod
    def documents(subjects):
        named = {}
        for one in subjects:
            if type(one) is not dict or set(one) != {"name", "digest"} or type(one["digest"]) is not dict:
                raise Refused("a document that it names is not written as one")
            name, digest = field(one, "name"), field(one["digest"], "sha256")
            if set(one["digest"]) != {"sha256"} or not re.fullmatch("[0-9a-f]{64}", digest):
                raise Refused("a document that it names is not written as one")
            if not name or (named and name <= max(named)):
                raise Refused("a document that it names is not written as one")
            named[name] = digest
        if not named:
            raise Refused("it names no document")
        return named

    def require_signed_by(self, *keys):
        fits = len(keys) == len(self.signatures) and all(
            key_id == key.line and signed(key.public, self.message, signature)
            for key, (key_id, signature) in zip(keys, self.signatures)
        )
        if not fits:
            raise Refused("it is not signed by the key of " + self.person + " of that time")


def digest_of(words):
    if not re.fullmatch("[0-9a-f]{64}", words):
        raise Refused("a file that it names is not written as one")
    return words


class Person:
    def __init__(self, name, roles, key):
        self.name, self.roles, self.key, self.active, self.later = name, roles, key, True, ""


class Register:
    """Who may sign, act by act."""

    def __init__(self):
        self.people, self.self_approval, self.last, self.restores = {}, False, "", {}

    def take(self, act):
        before, self.last = self.last, act.digest
        if act.text("previous") != before:
            raise Refused("it does not follow the act that was recorded before it")
        who = act.text("who")
        if act.kind == "enrolled":
            self.enrolled(act, who)
        elif act.kind == "rotated":
            key, person = self.new_key(act, who), self.known(who)
            self.may(act.person, {"administrator", "approver"} if person.active else {"administrator"}, who)
            act.require_signed_by(key, self.known(act.person).key)
            person.key, person.active, person.later = key, True, ""
        elif act.kind == "revoked":
            self.revoked(act, who)
        elif act.kind == "unlocked":
            self.may(act.person, {"administrator"}, who)
            act.require_signed_by(self.known(act.person).key)
            self.known(who)
        elif act.kind == "set":
            self.may(act.person, {"administrator"})
            act.require_signed_by(self.known(act.person).key)
            if not re.fullmatch(RULES.get(who, "(?!)"), act.text("value")):
                raise Refused("there is no such rule, or it cannot have that value")
            if who == "approver-may-be-author":
                self.self_approval = act.text("value") == "yes"
        elif act.kind == "restored":
            self.restored(act)
        elif act.kind == "clock":
            self.may(act.person, {"administrator"})
            act.require_signed_by(self.known(act.person).key)
        else:
            self.known(who)

    def restored(self, act):
        """An administrator and another person; the administrator alone where nobody else's key signs."""
        both = [act.person] + ([act.text("second")] if act.text("second") else [])
        self.may(act.person, {"administrator"})
        if len(both) == 2:
            self.may(both[1], ROLES, act.person)
        elif any(p.active for i, p in self.people.items() if i != act.person):
            raise Refused("a second person is needed")
        act.require_signed_by(*(self.people[p].key for p in both))
        self.restores[act.digest] = " and ".join("%s (%s)" % (self.people[p].name, p) for p in both)

    def enrolled(self, act, who):
        key, words = self.new_key(act, who), act.said.get("roles")
        roles = set(words) if type(words) is list and all(type(w) is str for w in words) else set()
        if not roles or roles - ROLES or not act.text("name") or not act.text("verified"):
            raise Refused("a name, roles and how the identity was verified are needed")
        if who in self.people or not re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,39}", who):
            raise Refused("the id is taken, or is none")
        if not self.people:
            if act.person != who or "administrator" not in roles:
                raise Refused("the first person enrols alone, as administrator")
            act.require_signed_by(key)
        else:
            self.may(act.person, {"administrator"}, who)
            act.require_signed_by(key, self.known(act.person).key)
        self.people[who] = Person(act.text("name"), roles, key)

    def revoked(self, act, who):
        person, both = self.known(who), [act.person, act.text("second")]
        if not person.active or both[0] == both[1] or not all(p in self.people and self.people[p].active for p in both):
            raise Refused("two people whose keys sign revoke a key")
        if who not in both and not any("administrator" in self.people[p].roles for p in both):
            raise Refused("an administrator or its owner revokes a key")
        if not any(p.active and "administrator" in p.roles for i, p in self.people.items() if i != who):
            raise Refused("it is the key of the last administrator")
        act.require_signed_by(*(self.people[p].key for p in both))
        person.active, person.later = False, "revoked on " + act.time

    def new_key(self, act, who):
        key = Key(act.text("key"))
        if key.name != "person/" + who or any(p.key.public == key.public for p in self.people.values()):
            raise Refused("the new key is not one of their own")
        return key

    def known(self, who):
        if who not in self.people:
            raise Refused(who + " is not enrolled")
        return self.people[who]

    def may(self, who, roles, other_than=None):
        if who not in self.people or not self.people[who].active:
            raise Refused(who + " has no key that signs")
        if who == other_than or not self.people[who].roles & roles:
            raise Refused("somebody else is needed")

    def attest(self, act, others):
        """A signature under an audit: by whom, as what, knowing which register."""
        roles, meaning = AUDIT_ACTS[act.kind]
        if act.text("register") != self.last:
            raise Refused("it was signed under another register of signatories")
        self.may(act.person, roles)
        person = self.people[act.person]
        if act.text("name") != person.name or act.text("meaning") != meaning:
            raise Refused("its printed name or its meaning is not the signer's")
        if act.kind in ("approved", "rejected") and not self.self_approval and act.person in others:
            raise Refused("who made an audit does not decide about it")
        if act.kind == "erased":
            self.may(act.text("second"), ROLES, act.person)
            act.require_signed_by(person.key, self.people[act.text("second")].key)
        else:
            act.require_signed_by(person.key)
        return person


# ---- The four questions ---------------------------------------------------------------------------------------------

MANIFEST, KEYS, CHECKPOINT, LEAVES = "manifest.dsse.json", "keys.json", "ledger/checkpoint", "ledger/leaf-hashes"
ENTRIES, PROOFS, PAYLOADS = "ledger/entries/", "ledger/proofs/", "ledger/payloads/"
ATTACHMENTS = "attachments/"
BYTES, SIGNATURES, INCLUSION, CONSISTENCY = "bytes", "signatures", "inclusion", "consistency"


class Verification:
    def __init__(self, files, receipt=None, expected=None):
        self.files, self.receipt, self.expected = files, receipt, expected
        self.faults = {BYTES: [], SIGNATURES: [], INCLUSION: [], CONSISTENCY: []}
        self.key = self.note = self.leaves = None
        self.read, self.signed_by, self.attached, self.missing, self.erased, self.remarks = {}, [], set(), {}, set(), []

    def reading(self, question, name, reader):
        try:
            if name not in self.files:
                raise Refused("it is missing")
            return reader(self.files[name])
        except Refused as why:
            self.faults[question].append((name, str(why)))
        except (ValueError, TypeError, KeyError, IndexError):
            self.faults[question].append((name, "it cannot be read"))
        return None

    def fault(self, question, name, why):
        self.faults[question].append((name, why))

    def run(self):
        envelope = self.reading(BYTES, MANIFEST, self.envelope)
        if envelope:
            self.reading(BYTES, MANIFEST, lambda _: self.manifest(envelope[0]))
        self.key = self.reading(SIGNATURES, KEYS, self.keys)
        if self.key and envelope:
            key_id, signature = envelope[1][0]
            if key_id != self.key.line or not signed(self.key.public, pae(envelope[0]), signature):
                self.fault(SIGNATURES, MANIFEST, "it is not signed by the key in " + KEYS)
        if self.key and self.expected and not self.key.is_meant_by(self.expected):
            self.fault(SIGNATURES, KEYS, "it holds another key than the one you expect")
        self.note = self.reading(SIGNATURES, CHECKPOINT, lambda data: Note(text_of(data)))
        if self.note and self.key and not (self.note.origin == self.key.name and self.note.signed_by(self.key)):
            self.fault(SIGNATURES, CHECKPOINT, "it is not signed by the key in " + KEYS)
        self.leaves = self.leaf_hashes()
        if self.leaves is not None:
            self.entries()
            self.acts()
        self.consistency()
        return self

    def envelope(self, data):
        envelope = envelope_of(data)
        if len(envelope[1]) != 1:
            raise Refused("it has not one signature")
        return envelope

    def manifest(self, payload):
        statement = parsed(payload)
        listed = {}
        for subject in field(statement, "subject", list):
            if type(subject) is not dict or type(subject.get("digest")) is not dict:
                raise Refused("it is not written as a list of files")
            listed[field(subject, "name")] = field(subject["digest"], "sha256")
        again = {
            "_type": "https://in-toto.io/Statement/v1",
            "predicateType": "https://assay.dev/evidence/v1",
            "predicate": {"files": len(listed)},
            "subject": [{"name": name, "digest": {"sha256": listed[name]}} for name in sorted(listed)],
        }
        if canonical(again) != payload or not all(re.fullmatch("[0-9a-f]{64}", d) for d in listed.values()):
            raise Refused("it is not written as a list of files")
        for name in sorted(listed):
            if name not in self.files:
                self.fault(BYTES, name, "it is missing")
            elif sha256(self.files[name]).hex() != listed[name]:
                self.fault(BYTES, name, "it was changed after it was exported")
        for name in sorted(set(self.files) - set(listed) - {MANIFEST}):
            self.fault(BYTES, name, "it was added after the export")

    def keys(self, data):
        keys = parsed(data)
        if set(keys) != {"format", "log"} or keys["format"] != "assay.keys/1":
            raise Refused("it is not written as keys")
        return Key(field(keys, "log"))

    def leaf_hashes(self):
        if not self.note:
            self.fault(INCLUSION, CHECKPOINT, "it cannot be read")
            return None
        data = self.files.get(LEAVES, b"")
        if len(data) != 32 * self.note.size:
            self.fault(INCLUSION, LEAVES, "it does not have a hash for each entry")
            return None
        leaves = [data[i : i + 32] for i in range(0, len(data), 32)]
        if tree_root(leaves) != self.note.root:
            self.fault(INCLUSION, LEAVES, "it does not give the root of the checkpoint")
            return None
        return leaves

    def entries(self):
        first = None
        for name in sorted(self.files):
            if name.startswith(ENTRIES):
                entry = self.entry(name)
                first = entry if name == ENTRIES + "0.json" else first
                if entry:
                    self.read[self.index(name, ENTRIES, ".json")] = entry
            elif name.startswith((PROOFS, PAYLOADS)):
                folder, ending = (PROOFS, ".tlog-proof") if name.startswith(PROOFS) else (PAYLOADS, "")
                index = self.index(name, folder, ending)
                if index is None or ENTRIES + str(index) + ".json" not in self.files:
                    self.fault(INCLUSION, name, "its entry is missing")
        for name in sorted(self.files):
            if name.startswith(ATTACHMENTS) and name not in self.attached:
                self.fault(INCLUSION, name, "no addition names it")
        named = self.files.get(PAYLOADS + "0")
        if not first or first["kind"] != "genesis" or not self.key or named != self.key.line.encode():
            self.fault(INCLUSION, ENTRIES + "0.json", "the log does not begin with its key")

    def acts(self):
        register, lines, count = Register(), {}, [0]
        for index in sorted(self.read):
            entry, name = self.read[index], PAYLOADS + str(index)
            if entry["kind"] == "audit":
                lines.setdefault(entry["subject"], {"others": set(), "last": "", "acts": 0})["others"].add(entry["actor"])
            elif entry["kind"] == "restore":
                self.remarks.append(
                    "Entry %d: %s went on with another state of this log than had been seen, on %s: %s. %s"
                    % (
                        index, entry["actor"], entry["time"], entry.get("reason", ""),
                        "Signed by " + register.restores[entry["payload"]] + "." if entry["payload"] in register.restores
                        else "Nobody signed for it.",
                    )
                )  # fmt: skip
            elif entry["kind"] == "migration":
                said = (index, entry.get("reason", ""), entry["subject"], entry["time"])
                self.remarks.append("Entry %d: %s brought the workspace from %s, on %s." % said)
            elif entry["kind"] in ("signatory", "signoff"):
                self.reading(SIGNATURES, name, lambda data: self.act(index, entry, Act(data), register, lines, count))
        for named, (attachment, name) in sorted(self.missing.items()):
            if named not in self.erased:
                self.fault(INCLUSION, attachment, "it is not the file that " + name + " names")
        for index, act, person, key in self.signed_by:
            later = person.later if person.key is key else "replaced"
            act.sentence = "Audit %s: %s by %s (%s) on %s, entry %d, key %s valid then%s." % (
                act.audit, AUDIT_ACTS[act.kind][1], person.name, act.person, act.time, index,
                key.fingerprint[:19], ", " + later if later else "",
            )  # fmt: skip
        self.remarks += set_back(self.read)

    def act(self, index, entry, act, register, lines, count):
        if act.of_people:
            subject, count[0] = "signatory#%d" % count[0], count[0] + 1
        else:
            line = lines.setdefault(act.audit, {"others": set(), "last": "", "acts": 0})
            subject, line["acts"] = "%s#act%d" % (act.audit, line["acts"]), line["acts"] + 1
        said = (entry["kind"], entry["subject"], entry["actor"], entry["time"])
        if said != ("signatory" if act.of_people else "signoff", subject, act.person, act.time):
            raise Refused("it speaks of something else than its entry")
        if act.of_people:
            return register.take(act)
        before, line["last"] = line["last"], act.digest
        if act.text("previous") != before:
            raise Refused("it does not follow the act that was recorded before it")
        if not act.signatures:
            return None
        head = act.said.get("head")
        if type(head) is not dict or set(head) != {"origin", "size", "root"} or head["origin"] != self.note.origin:
            raise Refused("the head that the signer saw is not one of this log")
        size = head["size"]
        if type(size) is not int or not 1 <= size <= index or base64.b64encode(tree_root(self.leaves[:size])).decode() != head["root"]:
            raise Refused("the head that the signer saw is not one of this log")
        for name in act.subjects:
            if name not in self.files or sha256(self.files[name]).hex() != act.subjects[name]:
                raise Refused(name + " is not the document that was signed")
        person = register.attest(act, line["others"])
        if act.kind == "submitted":
            line["others"].add(act.person)
        if act.kind == "erased":
            self.erased.add((act.audit, digest_of(act.text("sha256"))))
        self.signed_by.append((index, act, person, person.key))
        return None

    @staticmethod
    def index(name, folder, ending):
        digits = name[len(folder) : len(name) - len(ending)]
        return int(digits) if name.endswith(ending) and re.fullmatch(r"0|[1-9][0-9]{0,17}", digits) else None

    def entry(self, name):
        index = self.index(name, ENTRIES, ".json")
        if index is None or index >= len(self.leaves):
            self.fault(INCLUSION, name, "the log has no such entry")
            return None
        entry = self.reading(INCLUSION, name, entry_of)
        if not entry:
            return None
        leaf = leaf_hash(self.files[name])
        if leaf != self.leaves[index]:
            self.fault(INCLUSION, name, "it is not entry %d of the log" % index)
        proof = PROOFS + str(index) + ".tlog-proof"
        self.reading(INCLUSION, proof, lambda data: self.proof(text_of(data), index, leaf))
        payload = self.files.get(PAYLOADS + str(index))
        if payload is not None:
            self.payload(PAYLOADS + str(index), payload, entry)
        return entry

    def proof(self, text, index, leaf):
        head, found, note = text.partition("\n\n")
        lines = head.split("\n")
        if not found or len(lines) < 2 or len(lines) > 65 or lines[0] != "c2sp.org/tlog-proof@v1":
            raise Refused("it is not written as a proof")
        path = [unbase64(line) for line in lines[2:]]
        if not lines[1].startswith("index ") or any(len(h) != 32 for h in path):
            raise Refused("it is not written as a proof")
        if (
            number(lines[1][6:]) != index
            or note != self.note.written
            or not included(leaf, index, self.note.size, path, self.note.root)
        ):
            raise Refused("it does not prove that the entry is in the log")

    def payload(self, name, payload, entry):
        if sha256(payload).hex() != entry["payload"]:
            self.fault(INCLUSION, name, "it is not what its entry names")
            return
        if entry["kind"] == "addition":
            self.addition(name, payload, entry["subject"].partition("#add")[0])
            return
        try:
            record = json.loads(text_of(payload))
        except (ValueError, Refused, RecursionError):
            return
        if type(record) is not dict or record.get("format") not in ("assay.record.audit/1", "assay.record.run/1"):
            return
        if canonical(record) != payload or any(type(value) is not str for value in record.values()):
            record = {"record": ""}
        for part in sorted(set(record) - {"format", "id"}):
            document = "documents/" + part + (".yaml" if part == "policy" else ".json")
            if sha256(self.files.get(document, b"")).hex() != record[part] or document not in self.files:
                self.fault(INCLUSION, document, "it is not the document that " + name + " names")

    def addition(self, name, payload, audit):
        """The digest of the one before it, a newline, and JSON that names files that were handed in."""
        try:
            said = json.loads(text_of(payload).partition("\n")[2])
            files = said.get("documents", []) + [said[part] for part in ("pack", "statement") if part in said]
            digests = [file["sha256"] for file in files]
        except (ValueError, TypeError, KeyError, AttributeError, Refused, RecursionError):
            return
        for digest in digests:
            attachment = ATTACHMENTS + digest
            self.attached.add(attachment)
            if attachment not in self.files:
                self.missing.setdefault((audit, digest), (attachment, name))
            elif sha256(self.files[attachment]).hex() != digest:
                self.fault(INCLUSION, attachment, "it is not the file that " + name + " names")

    def consistency(self):
        if self.receipt is None:
            return
        why = None
        if self.leaves is None:
            why = "the bundle's log cannot be read"
        elif not self.key or self.receipt.origin != self.key.name or not self.receipt.signed_by(self.key):
            why = "it is of another log, or signed with another key"
        elif self.receipt.size > len(self.leaves):
            why = "it has seen %d entries, the bundle's log has %d" % (self.receipt.size, len(self.leaves))
        elif tree_root(self.leaves[: self.receipt.size]) != self.receipt.root:
            why = "the first %d entries are not those that it saw" % self.receipt.size
        if why:
            self.fault(CONSISTENCY, "the receipt", why)

    def sentence(self, question, state):
        return "No receipt was given." if state == "not_asked" else SENTENCES[question][state == "no"]

    def details(self, question):
        return [act.sentence for _, act, _, _ in self.signed_by] + self.remarks if question == SIGNATURES else []

    def answers(self):
        """Question, state, faults; in this order."""
        return [
            (q, "not_asked" if q == CONSISTENCY and self.receipt is None else "no" if self.faults[q] else "yes", self.faults[q])
            for q in (BYTES, SIGNATURES, INCLUSION, CONSISTENCY)
        ]


SIDES = ("fork/seen/", "fork/found/")
OF_FORKS = r"FORMAT\.md|verify\.py|keys\.json|fork/(seen|found)/(checkpoint|leaf-hashes|entries/(0|[1-9][0-9]{0,17})\.json)"


class Fork(Verification):
    """Two signed states of one log that may contradict each other."""

    def run(self):
        self.state, self.said, self.heads, self.hashes = "not_asked", [], {}, {}
        for name in sorted(self.files):
            if not re.fullmatch(OF_FORKS, name):
                self.fault(BYTES, name, "it does not belong to evidence of a fork")
        self.key = self.reading(SIGNATURES, KEYS, self.keys)
        if self.key and self.expected and not self.key.is_meant_by(self.expected):
            self.fault(SIGNATURES, KEYS, "it holds another key than the one you expect")
        for side in SIDES:
            self.side(side, side + "checkpoint", side + "leaf-hashes")
        if not self.faults[SIGNATURES] and not self.faults[INCLUSION]:
            self.compare()
        return self

    def side(self, side, checkpoint, hashes):
        note = self.heads[side] = self.reading(SIGNATURES, checkpoint, lambda data: Note(text_of(data)))
        if note is None:
            return
        if self.key and not (note.origin == self.key.name and note.signed_by(self.key)):
            self.fault(SIGNATURES, checkpoint, "it is not signed by the key in " + KEYS)
        if hashes in self.files:
            data = self.files[hashes]
            leaves = [data[i : i + 32] for i in range(0, len(data), 32)]
            if len(data) != 32 * note.size or tree_root(leaves) != note.root:
                self.fault(INCLUSION, hashes, "it does not give what was signed")
            else:
                self.hashes[side] = leaves
        self.said.append("What was %s: %d entries, root %s." % (side[5:-1], note.size, note.root.hex()))
        for name in sorted(self.files):
            if name.startswith(side + "entries/") and re.fullmatch(OF_FORKS, name):
                self.under(side, name, int(name[len(side + "entries/") : -len(".json")]))

    def under(self, side, name, index):
        entry = self.reading(INCLUSION, name, entry_of)
        leaves = self.hashes.get(side)
        if leaves is None or index >= len(leaves):
            self.fault(INCLUSION, name, "there is no hash that it belongs to")
        elif leaf_hash(self.files[name]) != leaves[index]:
            self.fault(INCLUSION, name, "it is not entry %d" % index)
        elif entry:
            said = (index, side[5:-1], entry["kind"], entry["subject"], entry["actor"], entry["time"])
            self.said.append("Entry %d that was %s: %s %s by %s on %s." % said)

    def compare(self):
        short, long = sorted(SIDES, key=lambda side: self.heads[side].size)
        size, root = self.heads[short].size, self.heads[long].root
        if size < self.heads[long].size:
            if long not in self.hashes:
                return
            root = tree_root(self.hashes[long][:size])
        self.state = "yes" if root == self.heads[short].root else "no"
        if self.state == "yes":
            return
        how = "the first %d entries are not the same" % size
        if len(self.hashes) == 2:
            seen, found = (self.hashes[side] for side in SIDES)
            alike = next((i for i, pair in enumerate(zip(seen, found)) if pair[0] != pair[1]), min(len(seen), len(found)))
            how = "the first %d entries are the same, entry %d is not" % (alike, alike)
        self.fault(CONSISTENCY, SIDES[1] + "checkpoint", "it contradicts " + SIDES[0] + "checkpoint; " + how)

    def sentence(self, question, state):
        return {
            BYTES: ("", "Something does not belong here.", "Nobody signed a list of these files: see the two signatures."),
            SIGNATURES: ("Both states are signed by the log %s, fingerprint %s.", SENTENCES[SIGNATURES][1]),
            INCLUSION: ("What lies under each state gives what was signed.", "Something does not lie under the states as claimed."),
            CONSISTENCY: (
                "The longer state goes on from the shorter one.",
                "The log was forked: its key signed two states that are not of one history.",
                "It cannot be told from what is here.",
            ),
        }[question][("yes", "no", "not_asked").index(state)]

    def details(self, question):
        return self.said if question == CONSISTENCY and self.state == "no" else []

    def answers(self):
        states = {q: "no" if self.faults[q] else "yes" for q in self.faults}
        states[BYTES], states[CONSISTENCY] = "no" if self.faults[BYTES] else "not_asked", self.state
        return [(q, states[q], self.faults[q]) for q in (BYTES, SIGNATURES, INCLUSION, CONSISTENCY)]


def verification_of(files, receipt, expected):
    fork = MANIFEST not in files and SIDES[0] + "checkpoint" in files
    return (Fork if fork else Verification)(files, receipt, expected)


def archive(data, receipt=None, expected=None):
    try:
        files, why = unpacked(data), None
        if packed(files) != data:
            why = "it is not packed as Assay packs it; unpack it and verify the folder"
    except Refused as refusal:
        files, why = {}, str(refusal)
    verification = verification_of(files, receipt, expected)
    if why:
        verification.fault(BYTES, "the archive", why)
    return verification.run()


def folder(path, receipt=None, expected=None):
    return verification_of(files_in(path), receipt, expected).run()


def files_in(path):
    files = {}
    for place, _, names in os.walk(path):
        for name in names:
            full = os.path.join(place, name)
            with open(full, "rb") as opened:
                files[os.path.relpath(full, path).replace(os.sep, "/")] = opened.read()
    return files


def receipt_of(path):
    """A receipt, a checkpoint, or the checkpoint of another bundle."""
    if os.path.isdir(path) or path.endswith(".zip"):
        if os.path.isdir(path):
            files = files_in(path)
        else:
            with open(path, "rb") as opened:
                files = unpacked(opened.read())
        note = Note(text_of(files.get(CHECKPOINT, b"")))
        if not note.signed_by(Key(field(parsed(files.get(KEYS, b"")), "log"))):
            raise Refused("its key did not sign it")
        return note
    with open(path, encoding="utf-8", newline="") as opened:
        text = opened.read()
    first, _, rest = text.partition("\n")
    if re.fullmatch(r"[^+]+\+[0-9a-f]{8}\+.+", first):
        note = Note(rest)
        if not note.signed_by(Key(first)):
            raise Refused("its key did not sign it")
        return note
    return Note(text)


SENTENCES = {
    BYTES: ("Every file is as it was exported.", "Something is not as it was exported."),
    SIGNATURES: ("Signed by the log %s, fingerprint %s.", "A signature is missing, wrong or another's."),
    INCLUSION: ("Every entry of the bundle is in the log.", "Something is not in the log as the bundle claims."),
    CONSISTENCY: ("The log goes on from the receipt.", "The log does not go on from the receipt."),
}


def main(arguments):
    options, rest = {"--against": None, "--key": None}, []
    words = list(arguments)
    as_json = "--json" in words
    words = [word for word in words if word != "--json"]
    while words:
        word = words.pop(0)
        if word in options and words:
            options[word] = words.pop(0)
        elif word.startswith("-"):
            print(__doc__, file=sys.stderr)
            return 2
        else:
            rest.append(word)
    if len(rest) > 1:
        print(__doc__, file=sys.stderr)
        return 2
    path = rest[0] if rest else os.path.dirname(os.path.abspath(__file__))
    try:
        receipt = receipt_of(options["--against"]) if options["--against"] else None
        if os.path.isdir(path):
            verification = folder(path, receipt, options["--key"])
        else:
            with open(path, "rb") as opened:
                verification = archive(opened.read(), receipt, options["--key"])
    except (OSError, Refused, UnicodeDecodeError) as why:
        print("verify.py: " + str(why), file=sys.stderr)
        return 2
    answers = verification.answers()
    if as_json:
        print(json.dumps([{"question": q, "answer": s, "refused": [n for n, _ in f]} for q, s, f in answers]))
    else:
        for question, state, faults in answers:
            sentence = verification.sentence(question, state)
            if question == SIGNATURES and state == "yes":
                sentence %= (verification.key.name, verification.key.fingerprint)
            print("%-12s %-9s %s" % (question, state.replace("_", " "), sentence))
            for detail in verification.details(question):
                print("  " + ascii(detail)[1:-1])
            for name, why in faults:
                print("  " + ascii(name)[1:-1] + ": " + why)
    return 1 if any(state == "no" for _, state, _ in answers) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
