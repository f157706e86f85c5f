package org.nxsight.bench.scenarios;

import static org.nxsight.bench.scenarios.Stage.DAY;
import static org.nxsight.bench.scenarios.Stage.HOUR;
import static org.nxsight.bench.scenarios.Stage.MINUTE;

import java.util.List;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.bench.evaluate.Dice;

/** Zones and servers that fail, names that begin and end, and counts that jump. */
final class ZoneScenes {
  private ZoneScenes() {}

  static void lameZone(Stage stage, Strength strength) {
    failing(stage, strength, FindingKind.LAME_ZONE, Ask.SERVFAIL, Ask.NO_EXTENDED_ERROR);
  }

  static void refused(Stage stage, Strength strength) {
    failing(stage, strength, FindingKind.ZONE_REFUSED, Ask.REFUSED, Ask.NO_EXTENDED_ERROR);
  }

  static void bogus(Stage stage, Strength strength) {
    failing(stage, strength, FindingKind.DNSSEC_BROKEN, Ask.SERVFAIL, strength.of(7, 9, 6));
  }

  private static void failing(
      Stage stage, Strength strength, FindingKind kind, int rcode, int extendedError) {
    Dice dice = stage.dice();
    World.Domain domain = stage.world().freshDomain();
    long start = stage.time(0.3, 0.8);
    long end = start + strength.of(20, 60, 180) * MINUTE;
    serve(stage, domain, stage.startNanos(), start, 1);
    stage.scatter(
        strength.of(12, 60, 400),
        start,
        end,
        at ->
            stage.ask(
                Ask.failed(at, dice.of(domain.hosts()), 1, rcode, domain.name(), who(stage))
                    .at(dice.below(2))
                    .because(extendedError)));
    serve(stage, domain, end, stage.endNanos(), 1);
    stage.tell(
        Played.of(kind, strength, start, end, domain.name())
            .allowing(FindingKind.LAME_ZONE, FindingKind.ZONE_REFUSED, FindingKind.SPIKE));
  }

  private static int who(Stage stage) {
    return stage.world().resolver();
  }

  private static void serve(Stage stage, World.Domain domain, long from, long to, int servers) {
    Dice dice = stage.dice();
    stage.regularly(
        10 * MINUTE,
        from,
        to,
        at ->
            stage.ask(
                Ask.answered(at, dice.of(domain.hosts()), 1, domain.name(), who(stage))
                    .at(dice.below(servers))));
  }

  static void lameServer(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    World.Domain domain = stage.world().freshDomain();
    long start = stage.time(0.3, 0.7);
    long end = start + 3 * HOUR;
    stage.scatter(
        strength.of(40, 150, 800),
        start,
        end,
        at -> {
          int server = dice.below(2);
          String host = dice.of(domain.hosts());
          stage.ask(
              server == 0
                  ? Ask.answered(at, host, 1, domain.name(), who(stage))
                  : Ask.failed(at, host, 1, Ask.REFUSED, domain.name(), who(stage)).at(1));
        });
    stage.tell(
        Played.of(FindingKind.LAME_SERVER, strength, start, end, address(domain.name(), 1))
            .marked(List.of(domain.name())));
  }

  private static String address(String zone, int number) {
    int server = AskWriter.server(zone, number);
    return "10.53." + (server >>> 8 & 0xff) + "." + (server & 0xff);
  }

  static void noEdns(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    World.Domain domain = stage.world().freshDomain();
    long start = stage.time(0.2, 0.6);
    long end = start + 3 * HOUR;
    stage.scatter(
        strength.of(10, 40, 200),
        start,
        end,
        at -> {
          String host = dice.of(domain.hosts());
          int resolver = who(stage);
          stage.ask(Ask.failed(at, host, 1, Ask.FORMERR, domain.name(), resolver));
          stage.ask(
              Ask.answered(at + 100_000_000L, host, 1, domain.name(), resolver).withoutEdns());
        });
    stage.tell(
        Played.of(FindingKind.EDNS_BROKEN, strength, start, end, address(domain.name(), 0))
            .marked(List.of(domain.name())));
  }

  static void dangling(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String alias = "shop." + stage.world().freshDomain().name();
    String target = stage.world().fresh("com");
    List<Integer> resolvers = stage.resolvers(strength.of(2, 6, 20));
    long start = stage.time(0.2, 0.4);
    long end = stage.endNanos();
    stage.scatter(
        strength.of(5, 30, 200),
        start,
        end,
        at -> stage.ask(Ask.missing(at, target, 1, "com", dice.of(resolvers)).aliasOf(alias)));
    stage.tell(
        Played.of(FindingKind.DANGLING_REFERENCE, strength, start, end, alias, target)
            .allowing(FindingKind.DEFUNCT_SERVICE));
  }

  /** The mail server of a domain is one of a provider's that is gone. */
  static void danglingMail(Stage stage, Strength strength) {
    String domain = stage.world().freshDomain().name();
    String target = "mx1." + stage.world().fresh("com");
    long start = stage.time(0.2, 0.4);
    stage.scatter(
        strength.of(6, 30, 200),
        start,
        stage.endNanos(),
        at -> {
          int resolver = stage.world().mailResolver();
          Answer record = Answer.mailServer(10, target);
          stage.ask(Ask.answered(at, domain, Answer.MX, domain, resolver, record));
          stage.ask(Ask.missing(at + Stage.SECOND / 10, target, 1, "com", resolver));
        });
    stage.tell(
        Played.of(FindingKind.DANGLING_REFERENCE, strength, start, stage.endNanos(), target, domain)
            .allowing(FindingKind.DEFUNCT_SERVICE));
  }

  static void birth(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String domain = stage.world().fresh("com");
    String host = "update." + domain;
    List<Integer> resolvers = stage.resolvers(strength.of(3, 8, 25));
    long born = stage.time(0.6, 0.9);
    stage.scatter(
        strength.of(40, 200, 1000),
        stage.startNanos(),
        born,
        at -> stage.ask(Ask.missing(at, host, 1, "com", dice.of(resolvers))));
    stage.scatter(
        strength.of(10, 50, 200),
        born,
        stage.endNanos(),
        at -> stage.ask(Ask.answered(at, host, 1, domain, dice.of(resolvers))));
    stage.tell(
        Played.of(FindingKind.BIRTH, strength, born, stage.endNanos(), host, domain)
            .allowing(FindingKind.EXPIRED_DOMAIN, FindingKind.DEFUNCT_SERVICE));
  }

  static void death(Stage stage, Strength strength) {
    ending(stage, strength, FindingKind.DEATH, 0.6, false, 6 * HOUR);
  }

  static void defunct(Stage stage, Strength strength) {
    ending(stage, strength, FindingKind.DEFUNCT_SERVICE, 0.15, false, HOUR);
  }

  static void expired(Stage stage, Strength strength) {
    ending(stage, strength, FindingKind.EXPIRED_DOMAIN, 0.15, true, HOUR);
  }

  private static void ending(
      Stage stage, Strength strength, FindingKind kind, double share, boolean whole, long every) {
    World.Domain domain = stage.world().freshDomain();
    String zone = whole ? Stage.suffix(domain.name()) : domain.name();
    long gone = stage.time(share, share + 0.05);
    List<Integer> resolvers = stage.resolvers(strength.of(2, 5, 20));
    List<String> hosts = whole ? domain.hosts() : List.of("api." + domain.name());
    for (int resolver : resolvers) {
      stage.regularly(
          every,
          stage.startNanos() + resolver * MINUTE,
          stage.endNanos(),
          at -> {
            String host = stage.dice().of(hosts);
            stage.ask(
                at < gone
                    ? Ask.answered(at, host, 1, domain.name(), resolver)
                    : Ask.missing(at, host, 1, zone, resolver));
          });
    }
    stage.tell(
        Played.of(kind, strength, gone, stage.endNanos(), whole ? domain.name() : hosts.getFirst())
            .marked(List.of(domain.name()))
            .allowing(FindingKind.DEATH, FindingKind.DEFUNCT_SERVICE, FindingKind.EXPIRED_DOMAIN));
  }

  static void jump(Stage stage, Strength strength) {
    World.Domain domain = stage.world().freshDomain();
    String host = "gone." + domain.name();
    long start = stage.time(0.5, 0.9);
    long end = start + 10 * MINUTE;
    stage.scatter(
        1000,
        stage.startNanos(),
        stage.endNanos(),
        at -> stage.ask(Ask.missing(at, host, 1, domain.name(), who(stage))));
    stage.scatter(
        strength.of(300, 1000, 5000),
        start,
        end,
        at -> stage.ask(Ask.missing(at, host, 1, domain.name(), who(stage))));
    stage.tell(
        Played.of(FindingKind.SPIKE, strength, start, end, domain.name())
            .allowing(FindingKind.SPIKE));
  }

  static void leak(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String own = stage.world().freshDomain().name();
    stage.watchOwn(own);
    String name =
        switch (strength) {
          case WEAK -> "wpad." + own;
          case PLAIN -> "_ldap._tcp.dc._msdcs." + own;
          case STRONG -> "www.google.com." + own;
        };
    List<Integer> resolvers = stage.resolvers(strength.of(2, 6, 20));
    long start = stage.time(0.2, 0.3);
    stage.scatter(
        strength.of(6, 60, 500),
        start,
        start + DAY / 4,
        at -> stage.ask(Ask.missing(at, name, 1, own, dice.of(resolvers))));
    stage.tell(
        Played.of(FindingKind.NAME_LEAK, strength, start, start + DAY / 4, own)
            .allowing(FindingKind.DEFUNCT_SERVICE));
  }
}
