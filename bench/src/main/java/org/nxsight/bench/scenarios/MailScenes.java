package org.nxsight.bench.scenarios;

import static org.nxsight.bench.scenarios.Stage.HOUR;
import static org.nxsight.bench.scenarios.Stage.MINUTE;

import java.util.ArrayList;
import java.util.List;
import org.nxsight.analysis.dnsbl.ItemFormat;
import org.nxsight.analysis.dnsbl.ListZone;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.bench.evaluate.Dice;

/** What is asked of lists about senders of mail, lists themselves, and mail to nowhere. */
final class MailScenes {
  private MailScenes() {}

  static void spike(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String item = MailTraffic.publicAddress(dice);
    long start = stage.time(0.4, 0.9);
    long end = start + 10 * MINUTE;
    stage.scatter(20, stage.startNanos(), start, at -> about(stage, at, item));
    stage.scatter(strength.of(60, 300, 2000), start, end, at -> about(stage, at, item));
    stage.tell(
        Played.of(FindingKind.LIST_SPIKE, strength, start, end, item).allowing(FindingKind.SPIKE));
  }

  private static void about(Stage stage, long at, String item) {
    String list = stage.dice().of(MailTraffic.ADDRESS_LISTS);
    stage.ask(MailTraffic.address(at, item, list, false, stage.world().mailResolver()));
  }

  static void neverMail(Stage stage, Strength strength) {
    long start = stage.time(0.2, 0.8);
    long end = start + HOUR;
    String domain = stage.world().fresh();
    if (strength == Strength.STRONG) {
      published(stage, domain, start, end, 30);
    } else {
      stage.watchNeverMail(domain);
    }
    stage.scatter(
        strength.of(3, 20, 200),
        start,
        end,
        at ->
            stage.ask(
                MailTraffic.domain(at, domain, "dbl.spamhaus.org", stage.world().mailResolver())));
    stage.tell(
        Played.of(FindingKind.NEVER_MAIL, strength, start, end, domain)
            .allowing(FindingKind.LIST_SPIKE));
  }

  /** Mail servers that get mail in a domain's name read its policy. */
  private static void published(Stage stage, String domain, long start, long end, int times) {
    Answer none = Answer.text("v=spf1 -all");
    stage.scatter(
        times,
        start,
        end,
        at ->
            stage.ask(
                Ask.answered(at, domain, Answer.TXT, domain, stage.world().mailResolver(), none)));
  }

  /** A domain that sends no mail and says so, and that much mail has links to. */
  static void linkedTo(Stage stage, Strength strength) {
    String domain = stage.world().fresh();
    long start = stage.time(0.2, 0.8);
    long end = start + 4 * HOUR;
    published(stage, domain, start, start + MINUTE, 1);
    stage.scatter(
        200,
        start,
        end,
        at ->
            stage.ask(
                MailTraffic.domain(at, domain, "dbl.spamhaus.org", stage.world().mailResolver())));
    stage.tell(Played.nothing("linked to", start, end, List.of(domain), FindingKind.LIST_SPIKE));
  }

  /** A mail server that asks a dozen lists about everybody, and little mail comes to it. */
  static void carefulServer(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    List<ListZone> lists = openLists();
    int resolver = stage.resolvers(1).getFirst();
    List<String> items = new ArrayList<>();
    stage.scatter(
        150,
        stage.startNanos(),
        stage.endNanos(),
        at -> {
          String item = MailTraffic.publicAddress(dice);
          items.add(item);
          for (int i = 0; i < 12; i++) {
            String list = lists.get(5 * i).name();
            stage.ask(MailTraffic.address(at + i * 20_000_000L, item, list, false, resolver));
          }
        });
    stage.tell(Played.nothing("careful server", stage.startNanos(), stage.endNanos(), items));
  }

  private static List<ListZone> openLists() {
    return ListZones.known().all().stream()
        .filter(z -> !z.closed() && z.takes(ItemFormat.IP4))
        .filter(z -> z.key() == ListZone.KeyPlace.NONE)
        .toList();
  }

  static void selfCheck(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String item = MailTraffic.publicAddress(dice);
    List<ListZone> lists = openLists();
    int resolver = stage.resolvers(1).getFirst();
    long start = stage.time(0.2, 0.9);
    int count = strength.of(9, 15, 40);
    for (int i = 0; i < count; i++) {
      String list = lists.get((i * 7) % lists.size()).name();
      stage.ask(MailTraffic.address(start + i * 500_000_000L, item, list, false, resolver));
    }
    stage.tell(
        Played.of(FindingKind.SELF_CHECK, strength, start, start + MINUTE, item)
            .allowing(FindingKind.LIST_SPIKE));
  }

  static void health(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String list = strength == Strength.WEAK ? "dnsbl.dronebl.org" : "bl.blocklist.de";
    list = strength == Strength.STRONG ? "all.s5h.net" : list;
    String zone = list;
    long start = stage.time(0.2, 0.7);
    long end = start + 2 * HOUR;
    stage.scatter(
        strength.of(40, 150, 600),
        start,
        end,
        at -> {
          String qname = MailTraffic.reversed(MailTraffic.publicAddress(dice)) + "." + zone;
          int who = stage.world().mailResolver();
          Answer refused = Answer.address(0x7fff_fffe);
          stage.ask(
              switch (strength) {
                case WEAK ->
                    dice.chance(0.5)
                        ? Ask.failed(at, qname, 1, Ask.REFUSED, zone, who)
                        : Ask.missing(at, qname, 1, zone, who);
                case PLAIN -> Ask.answered(at, qname, 1, zone, who, refused);
                case STRONG -> Ask.answered(at, qname, 1, zone, who, Answer.address(0x7f00_0002));
              });
        });
    stage.tell(
        Played.of(FindingKind.LIST_HEALTH, strength, start, end, zone).allowing(FindingKind.SPIKE));
  }

  static void learned(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String zone = "bl." + stage.world().fresh();
    long start = stage.time(0.1, 0.6);
    long end = start + 6 * HOUR;
    stage.scatter(
        strength.of(300, 600, 2000),
        start,
        end,
        at -> {
          String item = MailTraffic.publicAddress(dice);
          int who = stage.world().mailResolver();
          stage.ask(MailTraffic.address(at, item, zone, dice.chance(0.1), who));
        });
    stage.tell(Played.of(FindingKind.LIST_LEARNED, strength, start, end, zone));
  }

  static void spamtrap(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String domain = stage.world().fresh("com");
    List<Integer> resolvers = stage.resolvers(strength.of(4, 8, 30));
    long start = stage.startNanos();
    long end = stage.endNanos();
    stage.scatter(
        strength.of(40, 150, 800),
        start,
        end,
        at -> stage.ask(Ask.missing(at, domain, Answer.MX, "com", dice.of(resolvers))));
    stage.tell(Played.of(FindingKind.SPAMTRAP_CANDIDATE, strength, start, end, domain));
  }
}
