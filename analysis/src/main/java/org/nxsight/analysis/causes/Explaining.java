package org.nxsight.analysis.causes;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.dga.DgaScorer;
import org.nxsight.analysis.dga.RememberedScores;
import org.nxsight.analysis.dga.families.GeneratedNames;
import org.nxsight.analysis.memory.Existing;
import org.nxsight.analysis.memory.Memory;
import org.nxsight.analysis.memory.Recollection;
import org.nxsight.analysis.typo.Targets;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.dns.NameText;

/**
 * Tells the causes of the failures of a stream, and counts them. The {@link Verdicts} on names that
 * were seen before are remembered, so that only new ones cost more than a look.
 */
public final class Explaining {
  /** Remembered verdicts; 2 MB. */
  public static final int DEFAULT_REMEMBERED = 1 << 18;

  /** The most of them: a table of 1 GB. */
  public static final int MOST_REMEMBERED = 1 << 27;

  private final AtomicReference<@Nullable Knowledge> replacement = new AtomicReference<>();
  private Knowledge knowledge;
  private Explainer explainer;
  private final FailureReader reader = new FailureReader();
  private final Failure failure = reader.failure();
  private Learning learning;

  /** Null when others say what is popular. */
  private final @Nullable Popularity popular;

  private final CauseCounts counts = new CauseCounts();
  private RememberedScores scores;
  private final Verdicts verdicts;

  private final StringBuilder scratch = new StringBuilder();

  private final LastCut last = new LastCut();

  /**
   * @param knowledge shared by all
   * @param seed of a hash; any secret number
   * @param remembered how many verdicts are kept, a power of two
   */
  public Explaining(Knowledge knowledge, long seed, int remembered) {
    this(
        knowledge, seed, remembered, new Learning(Existing.DEFAULT_PLACES, seed), new Popularity());
  }

  /**
   * One that is told what to remember in ({@link #attend}) and what is popular ({@link #onLook}).
   *
   * @param first what it remembers in until it is told
   */
  public static Explaining attending(
      Knowledge knowledge, long seed, int remembered, Learning first) {
    return new Explaining(knowledge, seed, remembered, first, null);
  }

  private Explaining(
      Knowledge knowledge,
      long seed,
      int remembered,
      Learning learning,
      @Nullable Popularity popular) {
    LocalDate day = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
    this.knowledge = knowledge;
    this.learning = learning;
    this.popular = popular;
    explainer = knowledge.explainer(day, new Attended());
    explainer.diagnosis().know(learning.lists());
    scores = new RememberedScores(new DgaScorer(knowledge.model()));
    verdicts = new Verdicts(seed, remembered);
  }

  /** The cause of an exchange that failed; null when nobody knows what was asked. */
  public @Nullable Cause onExchange(ExchangeView exchange) {
    if (!exchange.hasQuestion()) {
      return null;
    }
    long nanos = exchange.responseNanos();
    follow(nanos);
    if (popular != null) {
      look(popular, nanos);
      popular.onFailure();
    }
    read(exchange);
    learning.onFailure(failure, exchange);
    reader.setRecalled(explainer.recall(failure));
    Cause cause = verdicts.find(reader);
    if (cause == null) {
      Diagnosis diagnosis = explainer.explainRecalled(failure);
      cause = diagnosis.cause();
      verdicts.put(cause);
      if (counts.wantsExample(cause)) {
        counts.addExample(cause, name(diagnosis));
      }
    }
    counts.add(cause);
    return cause;
  }

  /** Moves on to the time of a record, which may bring another day or another knowledge. */
  public void follow(long epochNanos) {
    boolean anotherDay = explainer.follow(epochNanos);
    if (tookReplacement(epochNanos) || anotherDay) {
      verdicts.forget();
    }
  }

  /** Moves to the day of a time that is known to be right. */
  public void moveTo(long epochNanos) {
    LocalDate day =
        LocalDate.ofInstant(Instant.ofEpochSecond(Learning.seconds(epochNanos)), ZoneOffset.UTC);
    GeneratedNames names = explainer.generatedNames();
    if (!names.day().equals(day)) {
      names.moveTo(day);
      verdicts.forget();
    }
  }

  private void look(Popularity names, long epochNanos) {
    if (names.follow(epochNanos)) {
      onLook(names.take(), learning.tookLists());
    }
  }

  /**
   * Goes on with what has become popular.
   *
   * @param found that; null when it is the same as before
   * @param otherLists whether other lists were learned
   */
  private void onLook(@Nullable Targets found, boolean otherLists) {
    if (found != null) {
      know(found);
    }
    if (found != null || otherLists) {
      verdicts.forget();
    }
  }

  /**
   * Goes on with what others say has become popular, and with the lists that were learned in the
   * meantime.
   *
   * @param found that; null when it is the same as before
   * @param attended all that is remembered in
   */
  public void onLook(@Nullable Targets found, Collection<Learning> attended) {
    boolean otherLists = false;
    for (Learning each : attended) {
      otherLists |= each.tookLists();
    }
    onLook(found, otherLists);
  }

  private void know(Targets found) {
    Targets all = knowledge.targets().copy();
    found.all().forEach(target -> all.add(target.domain(), target.rank(), target.marks()));
    explainer.diagnosis().know(all);
  }

  /** Remembers in another place from now on, in which records of other names are remembered. */
  public void attend(Learning other) {
    if (other != learning) {
      learning = other;
      explainer.diagnosis().know(other.lists());
    }
  }

  /** Goes on with other knowledge from the next failure on; it may be called by any thread. */
  public void replace(Knowledge other) {
    replacement.set(other);
  }

  private boolean tookReplacement(long epochNanos) {
    if (replacement.get() == null) {
      return false;
    }
    Knowledge other = replacement.getAndSet(null);
    if (other == null) {
      return false;
    }
    knowledge = other;
    long seconds = Learning.seconds(epochNanos);
    explainer =
        knowledge.explainer(
            LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC), new Attended());
    scores = new RememberedScores(new DgaScorer(knowledge.model()));
    explainer.diagnosis().know(learning.lists());
    if (popular != null) {
      know(popular.targets());
    }
    return true;
  }

  /** Everything that can be told about an exchange that failed; good until the next call. */
  public Diagnosis diagnose(ExchangeView exchange) {
    read(exchange);
    return explainer.explainFully(failure);
  }

  private void read(ExchangeView exchange) {
    reader.read(exchange);
    last.set(exchange, failure.cut(), -failure.qnameOffset());
  }

  /**
   * The log-odds that a run of labels was generated; those of labels asked for lately are
   * remembered.
   *
   * @param octets holds whole labels between the offsets
   * @param hash of these octets
   */
  public float logOdds(byte[] octets, int from, int to, long hash) {
    return scores.logOdds(octets, from, to, hash);
  }

  /** The names that known generators make around the day of the records, and listed ones. */
  public GeneratedNames generatedNames() {
    return explainer.generatedNames();
  }

  /** How random a part of a name looks; see {@link Diagnosis#scoreOf}. */
  public float scoreOf(byte[] octets, int from, int to) {
    return explainer.diagnosis().scoreOf(octets, from, to);
  }

  /**
   * Gives the cut of the exchange that was taken last, for a qname at the start of its array.
   *
   * @return false when it is another one, or its cut is not known
   */
  public boolean copyCut(ExchangeView exchange, Cut into) {
    return last.copy(exchange, into);
  }

  private String name(Diagnosis diagnosis) {
    scratch.setLength(0);
    if (diagnosis.list() != null) {
      diagnosis.list().appendRedactedName(scratch);
    } else {
      NameText.append(scratch, failure.bytes(), failure.qnameOffset(), reader.qnameOctets());
    }
    return scratch.toString();
  }

  /** Learns from an exchange whose rcode is NOERROR what exists. */
  public void onAnswer(ExchangeView exchange) {
    if (popular != null) {
      look(popular, exchange.responseNanos());
    }
    Cut cut = learning.onAnswer(exchange, popular);
    if (cut != null && exchange.soaOwnerOffset() < 0) {
      last.set(exchange, cut, 0);
    }
  }

  /** The DNS lists that were learned, those asked most first, with how often they were. */
  public Map<String, Long> learnedLists() {
    return learning.listNames();
  }

  /** The names popular in this traffic whose slips are looked for as well. */
  public int popularNames() {
    return popular == null ? 0 : popular.size();
  }

  /** What is remembered in now. */
  private final class Attended implements Memory {
    @Override
    public void recall(byte[] name, int offset, int registrable, int qtype, Recollection into) {
      learning.existing().recall(name, offset, registrable, qtype, into);
    }

    @Override
    public void recallServers(byte[] name, int offset, int registrable, Recollection into) {
      learning.existing().recallServers(name, offset, registrable, into);
    }
  }

  /** What was found so far; complete once the stream has ended. */
  public CauseCounts counts() {
    return counts;
  }
}
