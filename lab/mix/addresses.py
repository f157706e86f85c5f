"""Reverse names: those with a host behind them, and the many without."""

import random

from mix.living import Question, records
from world.reverse import pointer

HOSTERS = (8, 23, 52, 66, 104, 151)  # networks without a reverse zone in the world
NAMED = (5, 46, 81, 91, 185)  # networks with names for some addresses


def with_name(chance: random.Random) -> list[Question]:
    """A reverse name that exists."""
    return [(chance.choice([owner for owner, rrtype in records() if rrtype == "PTR"]), "PTR")]


def without_name(chance: random.Random) -> list[Question]:
    """A private, special or nameless public address."""
    kind = chance.choices((_private, _special, _public, _ip6), (40, 8, 40, 12))[0]
    return [(kind(chance), "PTR")]


def _private(chance: random.Random) -> str:
    network = chance.choice((
        "10.{a}.{b}.{c}", "192.168.{a}.{c}", "192.168.1.{c}", "192.168.178.{c}", f"172.{chance.randint(16, 31)}.{{a}}.{{c}}",
        "169.254.{a}.{c}", "100.64.{a}.{c}",
    ))
    return _pointer(network, chance)


def _special(chance: random.Random) -> str:
    return _pointer(chance.choice(("239.255.{a}.{c}", "224.0.0.{c}", "240.{a}.{b}.{c}")), chance)


def _public(chance: random.Random) -> str:
    return _pointer(f"{chance.choice((*HOSTERS, *NAMED))}.{{a}}.{{b}}.{{c}}", chance)


def _ip6(chance: random.Random) -> str:
    return ".".join(f"{chance.getrandbits(4):x}" for _ in range(24)) + ".8.b.d.0.1.0.0.2.ip6.arpa."


def _pointer(network: str, chance: random.Random) -> str:
    a, b, c = (chance.randint(0, 255) for _ in range(3))
    return pointer(network.format(a=a, b=b, c=c))
