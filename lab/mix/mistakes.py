"""Names that people and programs got wrong: typos, placeholders, strings that are no names, suffixes stuck on."""

import random
import string

from mix.living import Question, domain
from world.names import HOSTS, PRIVATE_TLDS, SUFFIXES, TRADES, WELL_KNOWN, WORDS

# Neighbours on a keyboard, row by row.
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LOOKALIKES = (("m", "rn"), ("l", "1"), ("o", "0"), ("w", "vv"), ("i", "l"), ("e", "3"))
LOCAL_SUFFIXES = ("corp.stonehost.com.", "intra.oldhost.co.uk.", "office.lan.", "fritz.box.", "ad.keyhost.org.", "home.")


def typo(chance: random.Random) -> list[Question]:
    """A well-known domain, one edit away."""
    wanted = WELL_KNOWN[int(len(WELL_KNOWN) * chance.random() ** 1.5)]
    qname = chance.choice(("", "www.", "www.")) + edit(wanted, chance)
    return [(qname, kind) for kind in chance.choice((("A",), ("A", "AAAA"), ("A", "AAAA", "HTTPS")))]


def edit(wanted: str, chance: random.Random) -> str:
    """One edit of the second-level label, or one of the whole name that fingers make."""
    label, _, suffix = wanted.partition(".")
    at = chance.randrange(len(label))
    choices = (
        label[:at] + label[at + 1 :] or label + "e",
        label[:at] + label[at] + label[at:],
        label[:at] + label[at : at + 2][::-1] + label[at + 2 :],
        label[:at] + neighbour(label[at], chance) + label[at + 1 :],
        label[:at] + neighbour(label[at], chance) + label[at:],
        label[:at] + chr(ord(label[at]) ^ 1) + label[at + 1 :] if label[at].isalpha() and label[at] not in "`z" else label + label[-1],
    )
    whole = (f"www{label}.{suffix}", f"{label}.{suffix}.{suffix}", f"{label}{suffix}.com", f"{label}.{suffix[:-1]}", f"{label}.c{suffix}")
    return chance.choice(whole) if chance.random() < 0.2 else f"{chance.choice(choices)}.{suffix}"


def neighbour(letter: str, chance: random.Random) -> str:
    """A key beside this one."""
    for row in ROWS:
        if letter in row:
            at = row.index(letter)
            return chance.choice([row[i] for i in (at - 1, at + 1) if 0 <= i < len(row)])
    return chance.choice(string.ascii_lowercase)


def lookalike_burst(chance: random.Random) -> list[Question]:
    """Many permutations of one name at once, as a brand monitor or a squatter asks them."""
    label, _, suffix = chance.choice(WELL_KNOWN[:30]).partition(".")
    found = {f"{label.replace(old, new, 1)}.{suffix}" for old, new in LOOKALIKES if old in label}
    found |= {f"{label}{word}.{suffix}" for word in ("-login", "-secure", "online", "support", "-verify", "app")}
    found |= {f"{label}.{other}" for other in ("top", "xyz", "online", "shop", "club", "site")}
    found |= {edit(f"{label}.{suffix}", chance) for _ in range(12)}
    return [(qname, "A") for qname in sorted(found)]


def unregistered(chance: random.Random) -> list[Question]:
    """A plausible domain that nobody has."""
    second = f"{chance.choice(WORDS)}{chance.choice(WORDS)}{chance.choice(TRADES)}"
    return [(f"{chance.choice(('', 'www.'))}{second}.{chance.choice(['com'] * 6 + SUFFIXES)}", chance.choice(("A", "AAAA")))]


def mail_to_nowhere(chance: random.Random) -> list[Question]:
    """Mail for a domain that is not registered, some of it one edit from a real provider."""
    if chance.random() < 0.35:
        return [(chance.choice(("cix.net", "gmial.com", "hotmial.com", "yaho.com", "gmx.ed", "outlok.com", "gmai.com", "aol.con")), "MX")]
    second = f"{chance.choice(WORDS)}-{chance.choice(TRADES)}{chance.randint(1, 40)}"
    return [(f"{second}.{chance.choice(('com', 'net', 'de', 'nl', 'org'))}", "MX")]


def expired(chance: random.Random) -> list[Question]:
    """A provider that is gone; what was configured for it still asks."""
    gone = chance.choice(("meadowmail-isp.net", "ferntelecom.nl", "old-harbor-hosting.com", "slatebackup.org"))
    label, qtype = chance.choice((("pop", "A"), ("smtp", "A"), ("mail", "A"), ("ns1", "A"), ("www", "A"), ("", "MX"), ("imap", "AAAA")))
    return [(f"{label}.{gone}".lstrip("."), qtype)]


def no_name(chance: random.Random) -> list[Question]:
    """Strings that are no names: URLs, addresses, paths, files, control bytes."""
    number = chance.randint(1, 250)
    return [(chance.choice((
        f"http://www.{domain(chance)}", f"https://{domain(chance).rstrip('.')}/index.php", f"192.168.1.{number}", f"10.0.0.{number}:8080",
        f"mailto:info@{domain(chance)}", f"user{number}@{domain(chance)}", "C:\\\\Windows\\\\System32\\\\drivers", "setup.exe", "index.html",
        f"report-{number}.pdf", "wp-login.php", "backup.tar.gz", f"\\000\\001\\255x{number}.com", f"caf\\195\\169{number}.fr", f"a\\.b{number}.net",
        f"two words{number}.com", f"tab\\009{number}.org", f"\\034quoted\\034.{domain(chance)}", f"{number}%20off.shop", "null", "undefined",
        f"[fe80::{number:x}]", f"$(hostname).{domain(chance)}", f"x{number}\\010.de",
    )), "A")]


def placeholder(chance: random.Random) -> list[Question]:
    """Names from manuals and templates that nobody filled in."""
    return [(chance.choice((
        "www.example", "host.example", "foo.test", "bar.invalid", "example.invalid", "localhost.localdomain", "{{host}}.stonehost.com", "%s.keyhost.org",
        "your-domain-here.com", "mydomain.tld", "server.yourcompany.com", "<hostname>", "${DB_HOST}", "changeme.local", "domain.tld",
        "localhost.stonehost.com", "api.example.test", "${region}.cdn.brightcdn.net", "yourdomain.com",
    )), chance.choice(("A", "AAAA")))]


def suffix_leak(chance: random.Random) -> list[Question]:
    """A full name with the local search suffix stuck on."""
    return [(f"www.{chance.choice(WELL_KNOWN[:40])}.{chance.choice(LOCAL_SUFFIXES)}", kind) for kind in ("A", "AAAA")]


def single_label(chance: random.Random) -> list[Question]:
    """A host name without its domain."""
    return [(chance.choice((*HOSTS, f"desktop-{chance.getrandbits(28):07x}", "fileserver", "nas", "scanner", "alpine", "db-master")), "A")]


def private_tld(chance: random.Random) -> list[Question]:
    """A name of a private network that leaves it."""
    first = chance.choice((*HOSTS[:40], "nas", "tv", "iphone", f"pc-{chance.randint(1, 99)}", "dc01.ad", "svc.cluster"))
    return [(f"{first}.{chance.choice(PRIVATE_TLDS)}", chance.choice(("A", "AAAA", "A", "SOA")))]
