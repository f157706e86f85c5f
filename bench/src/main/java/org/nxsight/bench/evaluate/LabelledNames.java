package org.nxsight.bench.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes up missing names with their causes, in the shares that resolvers ask them in: every cause
 * that one record alone can tell, and the names that look like it and are not.
 */
public final class LabelledNames {
  private static final double NO_SOA = 0.03;
  private static final double MIXED_CASE = 0.5;

  private record Share(int weight, Supplier<LabelledName> names) {}

  private final Dice dice;
  private final List<Share> shares = new ArrayList<>();
  private int total;

  /**
   * @param seed the same seed and day give the same names
   * @param day the day that malware asks on
   */
  public LabelledNames(long seed, LocalDate day) {
    dice = new Dice(seed);
    PlainNames plain = new PlainNames(dice);
    SystemNames system = new SystemNames(dice, plain);
    SoftwareNames software = new SoftwareNames(dice, plain);
    ListNames lists = new ListNames(dice, plain);
    LeakedNames leaked = new LeakedNames(dice, plain);
    MalwareNames malware = new MalwareNames(dice, plain, day);
    SlippedNames slipped = new SlippedNames(dice);
    add(30, system::noName);
    add(10, system::minimised);
    add(10, system::probe);
    add(30, system::ofPrivateAddress);
    add(10, system::ofReservedAddress);
    add(80, system::ofPublicAddress);
    add(140, lists::notListed);
    add(20, lists::hash);
    add(30, lists::deadList);
    add(20, software::proxy);
    add(10, software::tunnel);
    add(40, software::service);
    add(60, software::mailProtection);
    add(20, software::certificate);
    add(20, software::settings);
    add(25, leaked::shortName);
    add(70, leaked::privateName);
    add(40, leaked::browserProbe);
    add(30, leaked::searchSuffix);
    add(20, malware::carryingData);
    add(35, malware::generated);
    add(10, malware::ofDeadBotnet);
    add(35, slipped::mistyped);
    add(20, plain::mailToNowhere);
    add(12, leaked::blocked);
    add(12, leaked::example);
    add(140, plain::host);
    add(80, plain::unregistered);
  }

  private void add(int weight, Supplier<LabelledName> names) {
    shares.add(new Share(weight, names));
    total += weight;
  }

  /** The next so many. */
  public List<LabelledName> next(int count) {
    List<LabelledName> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(spelled(draw()));
    }
    return names;
  }

  private LabelledName draw() {
    int at = dice.below(total);
    for (Share share : shares) {
      at -= share.weight;
      if (at < 0) {
        return share.names.get();
      }
    }
    throw new AssertionError("the weights are less than their sum");
  }

  /** As it comes from resolvers: its letters in both cases, and now and then without a SOA. */
  private LabelledName spelled(LabelledName name) {
    String soa = dice.chance(NO_SOA) && isKnownBySelf(name) ? LabelledName.NO_SOA : name.soa();
    return name.spelled(dice.chance(MIXED_CASE) ? dice.mixed(name.qname()) : name.qname(), soa);
  }

  /** Whether its SOA is not what tells the cause. */
  private static boolean isKnownBySelf(LabelledName name) {
    return switch (name.cause()) {
      case REWRITTEN_OR_BLOCKED,
          DNSBL_DEAD_LIST,
          SEARCH_SUFFIX_LEAK,
          MAIL_TO_NOWHERE,
          DISPOSABLE_OR_TUNNEL,
          MISSING_HOST,
          UNREGISTERED ->
          false;
      default -> true;
    };
  }
}
