"""Asks the lab's resolvers a realistic mix of questions at a steady rate, and says how many of each kind."""

import argparse
import random
import selectors
import socket
import sys
import time
from collections import Counter

from mix import table
from mix.message import query
from world.places import RESOLVERS

# Shares of the clients that use each resolver.
CLIENTS = (45, 35, 20)
PATIENCE_SECONDS = 4  # after the last question: resolvers are still resending to dead servers


def main() -> None:
    parser = argparse.ArgumentParser(prog="lab/record", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--queries", type=int, default=5000)
    parser.add_argument("--rate", type=float, default=150)
    options = parser.parse_args()
    asked = ask(random.Random(options.seed), options.queries, options.rate)
    print("questions by kind: " + ", ".join(f"{kind} {count}" for kind, count in asked.most_common()))


def ask(chance: random.Random, wanted: int, rate: float) -> Counter:
    """Sends the questions; answers are read and thrown away, as the resolvers' other side is what is recorded."""
    ready = selectors.DefaultSelector()
    sockets = []
    for resolver in RESOLVERS:
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sock.connect((resolver.client_address, 53))
        ready.register(sock, selectors.EVENT_READ)
        sockets.append(sock)
    asked: Counter = Counter()
    started = time.monotonic()
    for kind, group in table.groups(chance, wanted):
        sock = chance.choices(sockets, CLIENTS)[0]
        for qname, qtype in group:
            if kind == "random_subdomain_flood":  # comes from many clients
                sock = chance.choice(sockets)
            number = sum(asked.values())
            read_until(ready, started + number / rate)
            sock.send(query(number % 65536, qname, qtype))
            asked[kind] += 1
            if number % 1000 == 999:
                print(f"{number + 1} of {wanted} questions asked", file=sys.stderr)
    read_until(ready, time.monotonic() + PATIENCE_SECONDS)
    return asked


def read_until(ready: selectors.BaseSelector, deadline: float) -> None:
    """Takes in what the resolvers answer until the deadline."""
    while (left := deadline - time.monotonic()) > 0:
        for key, _ in ready.select(left):
            key.fileobj.recv(65535)


if __name__ == "__main__":
    main()
