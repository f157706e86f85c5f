package org.nxsight.bench.scenarios;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.nxsight.bench.evaluate.Dice;

/** Normal traffic with scenes in it, written as a capture with its truth beside it. */
public enum Play {
  /** What shows within a day: 24 hours with 8 questions a second. */
  DAY(24, 8),
  /** What takes long: ten days with a question in two seconds. */
  WEEKS(240, 0.5),
  /** A part of {@link #DAY} for tests: four hours with two questions a second. */
  SHORT(4, 2);

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);

  private final int hours;
  private final double perSecond;

  Play(int hours, double perSecond) {
    this.hours = hours;
    this.perSecond = perSecond;
  }

  /** How long it is. */
  public int hours() {
    return hours;
  }

  private void play(Stage stage) {
    AttackScenes attacks = new AttackScenes(FIRST_DAY);
    List<Scene> scenes =
        switch (this) {
          case DAY ->
              List.of(
                  attacks::flood,
                  attacks::group,
                  attacks::deadBotnet,
                  attacks::lookAlikes,
                  attacks::brandTypos,
                  MailScenes::spike,
                  MailScenes::neverMail,
                  MailScenes::selfCheck,
                  MailScenes::health,
                  MailScenes::learned,
                  ZoneScenes::lameZone,
                  ZoneScenes::refused,
                  ZoneScenes::bogus,
                  ZoneScenes::lameServer,
                  ZoneScenes::noEdns,
                  ZoneScenes::dangling,
                  ZoneScenes::danglingMail,
                  ZoneScenes::jump,
                  ZoneScenes::leak);
          case WEEKS ->
              List.of(
                  MailScenes::spamtrap,
                  ZoneScenes::birth,
                  ZoneScenes::death,
                  ZoneScenes::defunct,
                  ZoneScenes::expired);
          case SHORT -> List.of(attacks::flood, attacks::lookAlikes, ZoneScenes::lameZone);
        };
    for (Scene scene : scenes) {
      for (Strength strength : Strength.values()) {
        scene.play(stage, strength);
      }
    }
    for (Scene scene : harmless()) {
      scene.play(stage, Strength.PLAIN);
    }
  }

  private List<Scene> harmless() {
    return switch (this) {
      case DAY ->
          List.of(
              HarmlessScenes::telemetry,
              HarmlessScenes::newsletter,
              HarmlessScenes::outage,
              HarmlessScenes::reverseScan,
              HarmlessScenes::crawl,
              HarmlessScenes::dictionaryScan,
              HarmlessScenes::mailChecker,
              MailScenes::linkedTo,
              MailScenes::carefulServer,
              HarmlessScenes::registrar,
              HarmlessScenes::launch);
      case WEEKS -> List.of(HarmlessScenes::launch, HarmlessScenes::maintenance);
      case SHORT -> List.of(HarmlessScenes::dictionaryScan, HarmlessScenes::crawl);
    };
  }

  /**
   * Writes {@code traffic.pcap}, {@code truth.json} (a JSON object a line), and {@code brands},
   * {@code own} and {@code never-mail}, the names that are watched.
   *
   * @return what is true
   */
  public List<Played> write(long seed, Path directory) throws IOException {
    Dice dice = new Dice(seed);
    World world = new World(dice);
    long start = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * Stage.SECOND;
    long end = start + hours * Stage.HOUR;
    Stage stage = new Stage(dice, world, start, end);
    play(stage);
    NormalTraffic normal = new NormalTraffic(dice.bits(), world, start, perSecond, FIRST_DAY);
    Files.createDirectories(directory);
    try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(directory.resolve("traffic.pcap")));
        AskWriter writer = new AskWriter(out)) {
      merge(stage.asks(), normal, end, writer);
    }
    Files.write(directory.resolve("truth.json"), stage.truth().stream().map(Played::json).toList());
    Files.write(directory.resolve("brands"), stage.brands());
    Files.write(directory.resolve("own"), stage.own());
    Files.write(directory.resolve("never-mail"), stage.neverMail());
    return stage.truth();
  }

  private static void merge(List<Ask> scenes, NormalTraffic normal, long end, AskWriter writer)
      throws IOException {
    int at = 0;
    for (Ask next = normal.next(); next.epochNanos() < end; next = normal.next()) {
      while (at < scenes.size() && scenes.get(at).epochNanos() <= next.epochNanos()) {
        writer.write(scenes.get(at++));
      }
      writer.write(next);
    }
    while (at < scenes.size()) {
      writer.write(scenes.get(at++));
    }
  }
}
