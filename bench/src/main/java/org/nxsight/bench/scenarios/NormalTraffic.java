package org.nxsight.bench.scenarios;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.bench.evaluate.Dice;
import org.nxsight.bench.evaluate.LabelledName;
import org.nxsight.bench.evaluate.LabelledNames;
import org.nxsight.bench.evaluate.PlainNames;
import org.nxsight.bench.evaluate.SlippedNames;
import org.nxsight.bench.evaluate.Words;
import org.nxsight.wire.dns.RecordTypes;

/**
 * What resolvers ask all day, in the order of time: popular names, and the failures that there are
 * anyway. By night a quarter of the questions of the afternoon.
 */
final class NormalTraffic {
  private static final int POOL = 6_000;
  private static final double DAILY_SWING = 0.6;

  private final Dice dice;
  private final World world;
  private final MailTraffic mail;
  private final long startNanos;
  private final double perSecond;
  private final SlippedNames slips;
  private final PlainNames plain;
  private final List<LabelledName> pool = new ArrayList<>();
  private final List<String> deadHosts = new ArrayList<>();
  private final List<String> deadDomains = new ArrayList<>();
  private final List<LabelledName> typos = new ArrayList<>();
  private final List<String> contentZones = new ArrayList<>();
  private final Deque<Ask> next = new ArrayDeque<>();
  private long nowNanos;

  NormalTraffic(long seed, World world, long startNanos, double perSecond, LocalDate day) {
    dice = new Dice(seed);
    this.world = world;
    this.startNanos = startNanos;
    this.perSecond = perSecond;
    nowNanos = startNanos;
    mail = new MailTraffic(dice, world);
    slips = new SlippedNames(dice);
    plain = new PlainNames(dice);
    LabelledNames labelled = new LabelledNames(seed, day);
    while (pool.size() < POOL) {
      labelled.next(POOL).stream().filter(NormalTraffic::isOrdinary).forEach(pool::add);
    }
    for (int i = 0; i < POOL; i++) {
      deadHosts.add(dice.of(Words.HOSTS) + dice.between(1, 40) + "." + world.popular().name());
      deadDomains.add(plain.domain());
      typos.add(slips.mistyped());
    }
    for (int i = 0; i < 4; i++) {
      contentZones.add(world.fresh("net"));
    }
  }

  /** Without what is a finding wherever it occurs, or made elsewhere in its own way. */
  private static boolean isOrdinary(LabelledName name) {
    return switch (name.cause()) {
      case Cause.DGA_BOTNET,
          Cause.DEAD_BOTNET_C2,
          Cause.DNSBL_DEAD_LIST,
          Cause.DNSBL_NOT_LISTED,
          Cause.DNSBL_HASH,
          Cause.WPAD,
          Cause.MAIL_TO_NOWHERE ->
          false;
      case Cause.SERVICE_DISCOVERY,
          Cause.CONFIG_DISCOVERY,
          Cause.SEARCH_SUFFIX_LEAK,
          Cause.ISATAP_TEREDO ->
          !name.soa().equals(LabelledName.NO_SOA) && !isSuffix(name.soa());
      default -> !name.soa().equals(LabelledName.NO_SOA);
    };
  }

  private static boolean isSuffix(String zone) {
    byte[] wire = Answer.name(zone);
    return PublicSuffixes.registrableOffset(wire, 0) < 0;
  }

  /** The next question. */
  Ask next() {
    while (next.isEmpty()) {
      double hours = (nowNanos - startNanos) / (double) Stage.HOUR;
      double now = perSecond * (1 + DAILY_SWING * Math.sin(Math.PI * (hours / 12 - 0.75)));
      double wait = -Math.log((dice.below(1 << 30) + 1) * 0x1p-30) / now;
      nowNanos += Math.max(1, (long) (wait * 1e9));
      draw();
    }
    return next.remove();
  }

  private void draw() {
    int at = dice.below(1000);
    if (at < 520) {
      living();
    } else if (at < 580) {
      World.Domain domain = world.popular();
      add(Ask.answered(nowNanos, host(domain), Answer.AAAA, domain.name(), who(), new Answer[0]));
    } else if (at < 660) {
      content();
    } else if (at < 710) {
      mail.checked(nowNanos, next);
    } else if (at < 750) {
      reverse();
    } else if (at < 830) {
      String host = deadHosts.get(world.rank(POOL));
      add(Ask.missing(nowNanos, host, address(), PlainNames.suffix(host), who()));
    } else if (at < 855) {
      labelled(dice.chance(0.6) ? typos.get(world.rank(POOL)) : slips.mistyped());
    } else if (at < 890) {
      String domain = dice.chance(0.6) ? deadDomains.get(world.rank(POOL)) : plain.domain();
      String www = dice.chance(0.4) ? "www." : "";
      add(Ask.missing(nowNanos, www + domain, address(), PlainNames.suffix(domain), who()));
    } else if (at < 893) {
      mail.misaddressed(nowNanos, next);
    } else if (at < 990) {
      labelled(pool.get(world.rank(POOL)));
    } else {
      trouble();
    }
  }

  private int who() {
    return world.resolver();
  }

  private void add(Ask ask) {
    next.add(ask);
  }

  private String host(World.Domain domain) {
    return domain.hosts().get(world.rank(domain.hosts().size()));
  }

  private int address() {
    return dice.chance(0.65) ? Answer.A : Answer.AAAA;
  }

  private void living() {
    World.Domain domain = world.popular();
    int at = dice.below(100);
    int qtype =
        at < 62 ? 1 : at < 84 ? Answer.AAAA : at < 94 ? Answer.HTTPS : at < 98 ? 15 : Answer.TXT;
    String qname = qtype == Answer.MX || qtype == Answer.TXT ? domain.name() : host(domain);
    add(Ask.answered(nowNanos, qname, qtype, domain.name(), who()).at(dice.below(2)));
  }

  /** Labels of a content network, of which few are missing. */
  private void content() {
    String zone = dice.of(contentZones);
    String name = "d" + dice.digits(Dice.ALPHANUMERIC, 13) + ".cdn." + zone;
    add(
        dice.chance(0.03)
            ? Ask.missing(nowNanos, name, Answer.A, zone, who())
            : Ask.answered(nowNanos, name, Answer.A, zone, who()));
  }

  private void reverse() {
    String zone = dice.below(256) + "." + dice.between(2, 99) + ".in-addr.arpa";
    String name = dice.below(256) + "." + dice.below(256) + "." + zone;
    add(
        dice.chance(0.7)
            ? Ask.missing(nowNanos, name, Answer.PTR, zone, who())
            : Ask.answered(nowNanos, name, Answer.PTR, zone, who()));
  }

  private void labelled(LabelledName name) {
    int qtype = Math.max(1, RecordTypes.number(name.qtype()));
    add(Ask.missing(nowNanos, name.qname(), qtype, name.soa(), who()));
  }

  /** A server that has a bad moment. */
  private void trouble() {
    World.Domain domain = world.popular();
    int rcode = dice.chance(0.8) ? Ask.SERVFAIL : Ask.REFUSED;
    add(
        Ask.failed(nowNanos, host(domain), Answer.A, rcode, domain.name(), who())
            .at(dice.below(2)));
  }
}
