package org.nxsight.bench.scenarios;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.nxsight.bench.evaluate.Dice;
import org.nxsight.bench.evaluate.PlainNames;

/** Where scenes are played: takes questions in any order, and what is true of them. */
final class Stage {
  static final long SECOND = 1_000_000_000L;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private final Dice dice;
  private final World world;
  private final long startNanos;
  private final long endNanos;
  private final List<Ask> asks = new ArrayList<>();
  private final List<Played> truth = new ArrayList<>();
  private final List<String> brands = new ArrayList<>();
  private final List<String> own = new ArrayList<>();
  private final List<String> neverMail = new ArrayList<>();

  Stage(Dice dice, World world, long startNanos, long endNanos) {
    this.dice = dice;
    this.world = world;
    this.startNanos = startNanos;
    this.endNanos = endNanos;
  }

  Dice dice() {
    return dice;
  }

  World world() {
    return world;
  }

  long startNanos() {
    return startNanos;
  }

  long endNanos() {
    return endNanos;
  }

  /** A time between two shares of the play. */
  long time(double from, double to) {
    double share = from + (to - from) * dice.below(1 << 20) * 0x1p-20;
    return startNanos + (long) (share * (endNanos - startNanos));
  }

  void ask(Ask ask) {
    if (ask.epochNanos() >= startNanos && ask.epochNanos() < endNanos) {
      asks.add(ask);
    }
  }

  /** At so many times, spread by chance between two. */
  void scatter(int count, long fromNanos, long toNanos, LongConsumer asking) {
    for (int i = 0; i < count; i++) {
      asking.accept(fromNanos + below(toNanos - fromNanos));
    }
  }

  /** In time with a clock, with a little disorder. */
  void regularly(long everyNanos, long fromNanos, long toNanos, LongConsumer asking) {
    for (long at = fromNanos; at < toNanos; at += everyNanos) {
      asking.accept(at + below(Math.max(1, everyNanos / 100)));
    }
  }

  private long below(long bound) {
    return Math.floorMod(dice.bits(), Math.max(1, bound));
  }

  /** So many resolvers, each once. */
  List<Integer> resolvers(int count) {
    List<Integer> all = new ArrayList<>();
    int first = dice.below(World.RESOLVERS);
    for (int i = 0; i < count; i++) {
      all.add((first + 7 * i) % World.RESOLVERS);
    }
    return all;
  }

  static String suffix(String domain) {
    return PlainNames.suffix(domain);
  }

  void tell(Played played) {
    truth.add(played);
  }

  void watchBrand(String domain) {
    brands.add(domain);
  }

  void watchOwn(String domain) {
    own.add(domain);
  }

  void watchNeverMail(String domainOrNetwork) {
    neverMail.add(domainOrNetwork);
  }

  /** The questions in the order of time. */
  List<Ask> asks() {
    asks.sort(Comparator.comparingLong(Ask::epochNanos));
    return asks;
  }

  List<Played> truth() {
    return truth;
  }

  List<String> brands() {
    return brands;
  }

  List<String> own() {
    return own;
  }

  List<String> neverMail() {
    return neverMail;
  }
}
