"""What a mail server asks block and allow lists about one message."""

import hashlib
import ipaddress
import random

from mix.living import Question, domain
from world.lists import CLOSED_LISTS, LISTED, LISTS
from world.names import TRADES, WORDS

LISTED_SHARE = 0.12


def sender_address(chance: random.Random) -> list[Question]:
    """One IPv4 or IPv6 address against several lists at once."""
    kind = "ip6" if chance.random() < 0.2 else "ip4"
    asked = [entry.name for entry in LISTS if kind in entry.kinds and entry.kinds[0] != "domain"]
    item = _ip6(chance) if kind == "ip6" else _ip4(chance)
    return [(f"{item}.{zone}", "A") for zone in chance.sample(asked, min(len(asked), 3))]


def message_domain(chance: random.Random) -> list[Question]:
    """A domain or an address found in a message's links."""
    asked = [entry.name for entry in LISTS if "domain" in entry.kinds]
    item = _ip4(chance) if chance.random() < 0.15 else _domain(chance)
    return [(f"{item}.{zone}", chance.choice(("A", "A", "TXT"))) for zone in chance.sample(asked, 2)]


def hashed(chance: random.Random) -> list[Question]:
    """The hash of an e-mail address or a link."""
    entry = chance.choice([entry for entry in LISTS if entry.kinds[0] in ("sha1", "md5")])
    kind = entry.kinds[0]
    if chance.random() < LISTED_SHARE:
        return [(f"{LISTED[kind][0]}.{entry.name}", "A")]
    mailbox = f"{chance.choice(WORDS)}.{chance.choice(WORDS)}{chance.randint(1, 99)}@{domain(chance)}".rstrip(".")
    return [(f"{hashlib.new(kind, mailbox.encode()).hexdigest()}.{entry.name}", "A")]


def dead_list(chance: random.Random) -> list[Question]:
    """A list that closed years ago, still configured, and one whose servers refuse."""
    return [(f"{_ip4(chance)}.{chance.choice((*CLOSED_LISTS, 'multi.uribl.com.'))}", "A")]


def _ip4(chance: random.Random) -> str:
    if chance.random() < LISTED_SHARE:
        address = chance.choice((f"198.18.7.{chance.randint(1, 254)}", f"192.0.2.{chance.randint(0, 15)}", "127.0.0.2"))
    else:
        address = str(ipaddress.IPv4Address(chance.randrange(0x01000000, 0xDF000000)))
    return ".".join(reversed(address.split(".")))


def _ip6(chance: random.Random) -> str:
    network = 0x20010DB80BAD if chance.random() < LISTED_SHARE else 0x2A0000000000 | chance.getrandbits(40)
    return ".".join(reversed(f"{network << 80 | chance.getrandbits(64):032x}"))


def _domain(chance: random.Random) -> str:
    if chance.random() < LISTED_SHARE:
        return chance.choice(LISTED["domain"]).lstrip(".")
    if chance.random() < 0.5:
        return domain(chance).rstrip(".")
    return f"{chance.choice(WORDS)}{chance.choice(TRADES)}.{chance.choice(('com', 'top', 'xyz', 'info', 'click'))}"
