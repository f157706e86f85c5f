package org.nxsight.bench.scenarios;

import static org.nxsight.bench.scenarios.Stage.HOUR;
import static org.nxsight.bench.scenarios.Stage.MINUTE;

import java.util.ArrayList;
import java.util.List;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.bench.evaluate.Dice;
import org.nxsight.bench.evaluate.SlippedNames;
import org.nxsight.bench.evaluate.Words;

/** What looks like something and is nothing. */
final class HarmlessScenes {
  private HarmlessScenes() {}

  static void telemetry(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String zone = "avqs." + stage.world().fresh();
    long start = stage.startNanos();
    long end = stage.endNanos();
    stage.scatter(
        (int) ((end - start) / (4 * Stage.SECOND)),
        start,
        end,
        at ->
            stage.ask(
                Ask.missing(at, dice.digits(Dice.HEX, 40) + "." + zone, 1, zone, who(stage))));
    stage.tell(Played.nothing("telemetry", start, end, List.of(zone)));
  }

  private static int who(Stage stage) {
    return stage.world().resolver();
  }

  static void newsletter(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    SlippedNames slips = new SlippedNames(dice);
    long start = stage.time(0.2, 0.8);
    long end = start + 30 * MINUTE;
    int resolver = stage.world().mailResolver();
    List<String> names = new ArrayList<>();
    stage.scatter(
        1_500,
        start,
        end,
        at -> {
          String name =
              dice.chance(0.5)
                  ? slips.mistyped().qname().replaceFirst("^www\\.", "")
                  : stage.world().fresh();
          names.add(name);
          String zone = name.contains(".") ? Stage.suffix(name) : ".";
          stage.ask(Ask.missing(at, name, Answer.MX, zone, resolver));
        });
    stage.tell(Played.nothing("newsletter", start, end, names, FindingKind.SPIKE));
  }

  static void outage(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String zone = stage.world().fresh();
    long start = stage.time(0.3, 0.8);
    long end = start + 30 * MINUTE;
    List<String> hosts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      hosts.add(dice.of(Words.HOSTS) + i + "." + zone);
    }
    stage.scatter(
        9_000,
        stage.startNanos(),
        stage.endNanos(),
        at ->
            stage.ask(
                at >= start && at < end
                    ? Ask.failed(at, dice.of(hosts), 1, Ask.SERVFAIL, zone, who(stage))
                    : Ask.answered(at, dice.of(hosts), 1, zone, who(stage))));
    stage.scatter(
        9_000,
        start,
        end,
        at -> stage.ask(Ask.failed(at, dice.of(hosts), 1, Ask.SERVFAIL, zone, who(stage))));
    stage.tell(
        Played.nothing(
            "outage", start, end, List.of(zone), FindingKind.LAME_ZONE, FindingKind.SPIKE));
  }

  static void reverseScan(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String zone = dice.below(256) + "." + dice.below(256) + ".185.in-addr.arpa";
    long start = stage.time(0.2, 0.9);
    int resolver = stage.resolvers(1).getFirst();
    for (int i = 0; i < 4_096; i++) {
      String name = (i & 0xff) + "." + (i >>> 8) + "." + zone.substring(zone.indexOf('.') + 1);
      stage.ask(
          Ask.missing(
              start + i * 150_000_000L,
              name,
              Answer.PTR,
              zone.substring(zone.indexOf('.') + 1),
              resolver));
    }
    stage.tell(
        Played.nothing(
            "reverse scan",
            start,
            start + 11 * MINUTE,
            List.of(zone.substring(zone.indexOf('.') + 1)),
            FindingKind.SPIKE));
  }

  static void crawl(Stage stage, Strength strength) {
    hosts(stage, "crawl", 20, 4_000, 0.1);
  }

  static void dictionaryScan(Stage stage, Strength strength) {
    hosts(stage, "dictionary scan", 5, 2_000, 0.98);
  }

  /** One resolver asks for many hosts of a zone, so many of which are missing. */
  private static void hosts(Stage stage, String scene, int minutes, int count, double missing) {
    Dice dice = stage.dice();
    String zone = stage.world().fresh();
    long start = stage.time(0.2, 0.9);
    long end = start + minutes * MINUTE;
    int resolver = stage.resolvers(1).getFirst();
    stage.scatter(
        count,
        start,
        end,
        at -> {
          String name =
              dice.of(dice.chance(0.5) ? Words.ENGLISH : Words.HOSTS)
                  + dice.of("", "-", "1", "2", "3", "-dev", "-old", "-test")
                  + dice.of(Words.PLACES)
                  + "."
                  + zone;
          stage.ask(
              dice.chance(missing)
                  ? Ask.missing(at, name, 1, zone, resolver)
                  : Ask.answered(at, name, 1, zone, resolver));
        });
    stage.tell(Played.nothing(scene, start, end, List.of(zone), FindingKind.SPIKE));
  }

  static void mailChecker(Stage stage, Strength strength) {
    String item = MailTraffic.publicAddress(stage.dice());
    long start = stage.time(0.2, 0.9);
    int resolver = stage.resolvers(1).getFirst();
    for (String list : MailTraffic.ADDRESS_LISTS) {
      stage.ask(MailTraffic.address(start, item, list, false, resolver));
    }
    stage.tell(Played.nothing("mail checker", start, start + MINUTE, List.of(item)));
  }

  static void registrar(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    long start = stage.time(0.2, 0.8);
    long end = start + HOUR;
    int resolver = stage.resolvers(1).getFirst();
    List<String> names = new ArrayList<>();
    stage.scatter(
        2_000,
        start,
        end,
        at -> {
          String name = dice.of(Words.ENGLISH) + dice.of(Words.ENGLISH) + ".com";
          names.add(name);
          stage.ask(Ask.missing(at, name, 1, "com", resolver));
        });
    stage.tell(Played.nothing("registrar", start, end, names, FindingKind.SPIKE));
  }

  /** A host that its owner takes away for a quarter of an hour each night. */
  static void maintenance(Stage stage, Strength strength) {
    String zone = stage.world().fresh();
    String host = "batch." + zone;
    stage.regularly(
        3 * MINUTE,
        stage.startNanos(),
        stage.endNanos(),
        at -> {
          boolean away = (at - stage.startNanos()) / (HOUR / 4) % 96 == 12;
          stage.ask(
              away
                  ? Ask.missing(at, host, 1, zone, who(stage))
                  : Ask.answered(at, host, 1, zone, who(stage)));
        });
    stage.tell(Played.nothing("maintenance", stage.startNanos(), stage.endNanos(), List.of(zone)));
  }

  static void launch(Stage stage, Strength strength) {
    String zone = stage.world().fresh();
    String host = "launch." + zone;
    long start = stage.time(0.3, 0.6);
    long born = start + 2 * HOUR;
    stage.scatter(
        800,
        start,
        start + 6 * HOUR,
        at ->
            stage.ask(
                at < born
                    ? Ask.missing(at, host, 1, zone, who(stage))
                    : Ask.answered(at, host, 1, zone, who(stage))));
    stage.tell(Played.nothing("launch", start, start + 6 * HOUR, List.of(zone), FindingKind.SPIKE));
  }
}
