package org.nxsight.bench.scenarios;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nxsight.bench.evaluate.Dice;
import org.nxsight.bench.evaluate.PlainNames;
import org.nxsight.bench.evaluate.Words;

/** Who asks and what there is: resolvers, and living domains with their hosts. */
final class World {
  /** Most of them ask for people; the last ones also for mail servers. */
  static final int RESOLVERS = 120;

  static final int MAIL_RESOLVERS = 20;
  private static final int DOMAINS = 3_000;
  private static final int LEAST_HOSTS = 2;
  private static final int MOST_HOSTS = 12;

  /** A domain that exists, the more popular the earlier. */
  record Domain(String name, List<String> hosts) {}

  private final Dice dice;
  private final PlainNames names;
  private final Set<String> taken = new HashSet<>();
  private final List<Domain> domains = new ArrayList<>();

  World(Dice dice) {
    this.dice = dice;
    names = new PlainNames(dice);
    for (int i = 0; i < DOMAINS; i++) {
      domains.add(living());
    }
  }

  private Domain living() {
    String name = fresh();
    List<String> hosts = new ArrayList<>(List.of(name, "www." + name));
    for (int i = dice.between(LEAST_HOSTS, MOST_HOSTS); i > 0; i--) {
      hosts.add(dice.of(Words.HOSTS) + "." + name);
    }
    return new Domain(name, hosts.stream().distinct().toList());
  }

  /** A registrable domain that nothing else here has. */
  String fresh() {
    while (true) {
      String name = names.domain();
      if (taken.add(name)) {
        return name;
      }
    }
  }

  /** A fresh one under a suffix. */
  String fresh(String suffix) {
    while (true) {
      String name = names.label() + "." + suffix;
      if (taken.add(name)) {
        return name;
      }
    }
  }

  /** A fresh domain of its owner's, with hosts. */
  Domain freshDomain() {
    return living();
  }

  /** A place in a list of so many that follows Zipf's law: its logarithm is spread evenly. */
  int rank(int count) {
    return Math.min(count - 1, (int) Math.pow(count + 1.0, dice.below(1 << 30) * 0x1p-30) - 1);
  }

  /** A living domain, the popular ones more often. */
  Domain popular() {
    return domains.get(rank(domains.size()));
  }

  /** Someone who asks, the large ones more often. */
  int resolver() {
    return dice.chance(0.5) ? dice.below(RESOLVERS) : rank(RESOLVERS);
  }

  /** The resolver of a mail server. */
  int mailResolver() {
    return RESOLVERS - 1 - dice.below(MAIL_RESOLVERS);
  }
}
