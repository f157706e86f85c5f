"""The query mix: which kinds of questions, and what share of all questions each kind is."""

import random
from collections import Counter
from collections.abc import Iterator

from mix import addresses, blocklists, living, machines, mistakes
from mix.living import Question

# Shares of client questions, in percent. About a quarter to a third of what the authorities then answer is NXDOMAIN:
# caches hold the popular names, and every first question brings referrals along.
SHARES = {
    living.host: 30, living.record: 6, living.long_text: 1.2, living.wildcard: 1, living.dnssec_data: 1.5,
    living.failing: 1.5, living.odd: 2.5, living.dangling: 1.5, living.missing_host: 4,
    addresses.with_name: 1.5, addresses.without_name: 4,
    blocklists.sender_address: 5, blocklists.message_domain: 3.5, blocklists.hashed: 1.5, blocklists.dead_list: 0.6,
    mistakes.typo: 5, mistakes.lookalike_burst: 1, mistakes.unregistered: 2, mistakes.mail_to_nowhere: 1.5, mistakes.expired: 1,
    mistakes.no_name: 1.5, mistakes.placeholder: 1, mistakes.suffix_leak: 1.2, mistakes.single_label: 1.2, mistakes.private_tld: 2,
    machines.wpad: 0.8, machines.isatap: 0.5, machines.service_discovery: 2, machines.mail_authentication: 2,
    machines.certificate_validation: 0.8, machines.default_host: 1.2, machines.chromium_probe: 1.2, machines.resolver_probe: 0.7,
    machines.generated_group: 2, machines.leftover: 0.8, machines.tunnel: 1, machines.random_subdomain_flood: 3, machines.dictionary_scan: 1,
}  # fmt: skip


def groups(chance: random.Random, wanted: int) -> Iterator[tuple[str, list[Question]]]:
    """Groups of questions asked together, with the name of their kind, until there are as many questions as wanted."""
    kinds, weights = list(SHARES), list(SHARES.values())
    whole = sum(weights)
    asked: Counter = Counter()
    total = 0
    while total < wanted:
        kind = chance.choices(kinds, weights)[0]
        # A kind that asks many questions at a time waits until its share has caught up.
        if asked[kind] > SHARES[kind] / whole * total:
            continue
        group = kind(chance)[: wanted - total]
        asked[kind] += len(group)
        total += len(group)
        yield kind.__name__, group
