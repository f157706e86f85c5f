package org.nxsight.bench.scenarios;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.nxsight.bench.evaluate.Dice;
import org.nxsight.bench.evaluate.PlainNames;

/** What mail servers ask lists about the senders of mail and the domains in it. */
final class MailTraffic {
  static final List<String> ADDRESS_LISTS =
      List.of(
          "zen.spamhaus.org",
          "bl.spamcop.net",
          "b.barracudacentral.org",
          "psbl.surriel.com",
          "dnsbl-1.uceprotect.net",
          "bl.mailspike.net");
  private static final List<String> DOMAIN_LISTS =
      List.of("dbl.spamhaus.org", "multi.surbl.org", "multi.uribl.com");
  private static final int SENDERS = 8_000;
  private static final int STALE_ADDRESSES = 2_000;

  private final Dice dice;
  private final World world;
  private final List<String> senders = new ArrayList<>();
  private final List<String> domains = new ArrayList<>();
  private final List<Stale> stale = new ArrayList<>();

  /** A domain that nobody has, in the address book of a mail server's users. */
  private record Stale(String domain, int resolver) {}

  MailTraffic(Dice dice, World world) {
    this.dice = dice;
    this.world = world;
    PlainNames plain = new PlainNames(dice);
    for (int i = 0; i < SENDERS; i++) {
      senders.add(publicAddress(dice));
      domains.add(plain.domain());
    }
    for (int i = 0; i < STALE_ADDRESSES; i++) {
      stale.add(new Stale(plain.domain(), world.mailResolver()));
    }
  }

  /** An address of no special network. */
  static String publicAddress(Dice dice) {
    return dice.of("5", "23", "46", "62", "80", "91", "134", "185", "194", "212")
        + "."
        + dice.between(1, 250)
        + "."
        + dice.below(256)
        + "."
        + dice.between(1, 254);
  }

  static String reversed(String address) {
    List<String> parts = List.of(address.split("\\.", -1));
    return String.join(".", parts.reversed());
  }

  /** One mail comes in. */
  void checked(long epochNanos, Deque<Ask> out) {
    int resolver = world.mailResolver();
    String sender = senders.get(world.rank(SENDERS));
    int first = resolver % ADDRESS_LISTS.size();
    for (int i = 0; i < 1 + resolver % 3; i++) {
      String list = ADDRESS_LISTS.get((first + i) % ADDRESS_LISTS.size());
      boolean listed = Math.floorMod(sender.hashCode() * 31 + list.hashCode(), 100) < 20;
      out.add(address(epochNanos + i * 1_000_000L, sender, list, listed, resolver));
    }
    if (dice.chance(0.3)) {
      String domain = domains.get(world.rank(SENDERS));
      String list = dice.of(DOMAIN_LISTS);
      out.add(domain(epochNanos + 5_000_000, domain, list, resolver));
    }
  }

  /** One mail goes to a domain that nobody has: mistyped once, or in an address book for long. */
  void misaddressed(long epochNanos, Deque<Ask> out) {
    Stale to =
        dice.chance(0.5)
            ? stale.get(world.rank(STALE_ADDRESSES))
            : new Stale(world.fresh(), world.mailResolver());
    String suffix = PlainNames.suffix(to.domain);
    for (int i = dice.between(0, 2); i >= 0; i--) {
      out.add(Ask.missing(epochNanos + i * 1_000_000L, to.domain, Answer.MX, suffix, to.resolver));
    }
  }

  static Ask address(long epochNanos, String item, String list, boolean listed, int resolver) {
    String qname = reversed(item) + "." + list;
    return listed
        ? Ask.answered(epochNanos, qname, 1, list, resolver, Answer.address(0x7f00_0002))
        : Ask.missing(epochNanos, qname, 1, list, resolver);
  }

  static Ask domain(long epochNanos, String item, String list, int resolver) {
    return Ask.missing(epochNanos, item + "." + list, 1, list, resolver);
  }
}
