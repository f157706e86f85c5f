package org.nxsight.analysis.causes;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.cut.Scope;
import org.nxsight.analysis.dga.DgaScorer;
import org.nxsight.analysis.dga.families.GeneratedNames;
import org.nxsight.analysis.dnsbl.LearnedLists;
import org.nxsight.analysis.dnsbl.ListQuery;
import org.nxsight.analysis.dnsbl.Malformed;
import org.nxsight.analysis.memory.Recollection;
import org.nxsight.analysis.typo.Targets;
import org.nxsight.analysis.typo.TypoIndex;
import org.nxsight.analysis.typo.TypoMatch;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsNames;

/**
 * What was found out about one failure: its cause, how sure that is, and what tells it. It is
 * reused, for one thread.
 */
public final class Diagnosis {
  /** No score: there is no label that could have been generated. */
  public static final float NO_SCORE = -1;

  private final DgaScorer scorer;
  private final ListQuery listQuery;
  private final byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];
  private final GeneratedNames generatedNames;
  private final Recollection recollection = new Recollection();
  private TypoMatch typo;
  private LabelSet domains;
  private @Nullable LearnedLists learnedLists;

  private Cause cause = Cause.UNREGISTERED;
  private float confidence;
  private Sign sign = Sign.NAME_ALONE;
  private boolean aboutList;
  private boolean mistyped;
  private int generated = GeneratedNames.NONE;
  private float score;
  private int scoredFrom;

  Diagnosis(Knowledge knowledge, GeneratedNames generatedNames) {
    this.generatedNames = generatedNames;
    scorer = new DgaScorer(knowledge.model());
    listQuery = new ListQuery(knowledge.lists());
    typo = new TypoMatch(knowledge.typos());
    domains = knowledge.domains();
  }

  /** Takes these for the well-known names from now on. */
  void know(Targets targets) {
    typo = new TypoMatch(new TypoIndex(targets.all()));
    domains = Knowledge.domains(targets);
  }

  /** Takes what these have learned for lists, too. */
  void know(LearnedLists lists) {
    learnedLists = lists;
  }

  void clear() {
    aboutList = false;
    mistyped = false;
    generated = GeneratedNames.NONE;
    score = NO_SCORE;
    scoredFrom = -1;
  }

  /** Settles the cause; it is always true. */
  boolean found(Cause newCause, float newConfidence, Sign newSign) {
    cause = newCause;
    confidence = newConfidence;
    sign = newSign;
    return true;
  }

  /** The probability that the labels between two offsets of the failure's octets are generated. */
  float score(Failure failure, int from, int to) {
    if (scoredFrom != from) {
      score = scorer.score(failure.bytes(), from, to);
      scoredFrom = from;
    }
    return score;
  }

  /**
   * The probability that any labels are generated; what was found out stays as it is.
   *
   * @param octets holds whole labels between the offsets
   */
  public float scoreOf(byte[] octets, int from, int to) {
    return from < to ? scorer.score(octets, from, to) : NO_SCORE;
  }

  /** The score of what is missing, whether the cause needed it or not. */
  float scoreOf(Failure failure) {
    if (scoredFrom >= 0) {
      return score;
    }
    int from = failure.cut().missingFrom();
    int to = failure.cut().missingTo();
    int registrable = failure.cut().registrableOffset();
    if (failure.cut().scope() != Scope.MISSING_HOST && registrable >= 0) {
      from = registrable;
      to = registrable + 1 + Bytes.u8(failure.bytes(), registrable);
    }
    return from < to && !failure.cut().isReverse() ? score(failure, from, to) : NO_SCORE;
  }

  /** Whether a range of labels is, or stands below, a well-known name. */
  boolean isWellKnown(Failure failure, int from, int to) {
    Labels labels = failure.labels();
    int octets = labels.offset(to) - labels.offset(from);
    System.arraycopy(failure.bytes(), labels.offset(from), name, 0, octets);
    name[octets] = 0;
    int domain = PublicSuffixes.registrableOffset(name, 0);
    return domain >= 0 && domains.contains(name, domain, octets + 1 - domain);
  }

  /** Looks for a well-known name one slip away. */
  boolean findTypo(Failure failure) {
    Cut cut = failure.cut();
    mistyped =
        typo.set(
            failure.bytes(), failure.qnameOffset(), cut.registrableOffset(), cut.suffixOffset());
    return mistyped;
  }

  /** Looks for a mail provider one slip away, whatever the length of its name. */
  boolean findMailTypo(Failure failure) {
    Cut cut = failure.cut();
    mistyped = typo.setMail(failure.bytes(), cut.registrableOffset(), cut.suffixOffset());
    return mistyped;
  }

  /** Forgets the well-known name that was found, because it was not meant. */
  void forgetTypo() {
    mistyped = false;
  }

  /** Looks for the generator or the list that has this very name. */
  boolean findGenerator(Failure failure) {
    generated = generatedNames.find(failure.bytes(), failure.qnameOffset());
    return generated != GeneratedNames.NONE;
  }

  /** Looks for a list that was learned from traffic, and whether the failure asked it. */
  boolean findLearnedList(Failure failure) {
    int zone =
        learnedLists == null ? -1 : learnedLists.find(failure.bytes(), failure.qnameOffset());
    if (zone < 0) {
      return false;
    }
    listQuery.setLearned(failure.bytes(), failure.qnameOffset(), zone);
    return listQuery.malformed() == Malformed.NONE;
  }

  /** What is remembered of the name. */
  Recollection recollection() {
    return recollection;
  }

  void isAboutList(boolean now) {
    aboutList = now;
  }

  ListQuery listQuery() {
    return listQuery;
  }

  /** The most likely cause. */
  public Cause cause() {
    return cause;
  }

  /** How sure that is, 0 to 1. */
  public float confidence() {
    return confidence;
  }

  /** What told it. */
  public Sign sign() {
    return sign;
  }

  /** The last probability of being generated that was asked for, or {@link #NO_SCORE}. */
  public float score() {
    return score;
  }

  /** The question to a DNS list; null when none was asked. */
  public @Nullable ListQuery list() {
    return aboutList ? listQuery : null;
  }

  /** The well-known name nearby; null when none was found, or it was not looked for. */
  public @Nullable TypoMatch typo() {
    return mistyped ? typo : null;
  }

  /** The family whose generator or list has this name; null when none has. */
  public @Nullable String family() {
    return generated == GeneratedNames.NONE ? null : generatedNames.family(generated);
  }

  /** Whether that family's botnet is known to be dead. */
  boolean isFamilyDead() {
    return generated != GeneratedNames.NONE && generatedNames.dead(generated);
  }

  /** Whether a list of malware's names has it. */
  boolean isListed() {
    return generated != GeneratedNames.NONE && generatedNames.listed(generated);
  }

  /** The day for which that family makes the name; null when it does on all days. */
  public @Nullable String day() {
    return generated == GeneratedNames.NONE || generatedNames.day(generated) == null
        ? null
        : String.valueOf(generatedNames.day(generated));
  }
}
