package org.nxsight.analysis.typo;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.cut.TopLevelDomains;

/**
 * A view of a missing name as a slip from a well-known domain: which, and what went wrong. It is
 * reused; {@link #set} allocates nothing and costs about one probe of the index a character.
 *
 * <p>Labels under 5 characters match nothing, those of 5 and 6 only targets of the first {@value
 * Target#TOP_RANK} ranks. Of several targets the one with the least cost is taken: how unlikely the
 * slip is, how little known the target, how far its suffix.
 */
public final class TypoMatch {
  /** Shorter labels are one slip from each other by chance. */
  static final int MIN_OCTETS = 5;

  /** From here on all targets count. */
  static final int LONG_OCTETS = 7;

  /** Under another suffix only longer labels of the best known, and likely slips, count. */
  private static final int FAR_OCTETS = 8;

  private static final int FAR_RANK = 120;
  private static final float MAX_FAR_COST = 0.5f;
  private static final float NEAR_COST = 0.3f;
  private static final float FAR_COST = 0.5f;
  private static final double RANK_COST = 0.08;

  private final TypoIndex index;
  private final TargetLabels labels;
  private final Edits edits;
  private final Rewrites rewrites;
  private final RollingHash hash = new RollingHash();
  private final SuffixSlip suffixSlip = new SuffixSlip();

  private byte[] qname = {0};
  private int suffixOffset;
  private boolean delegated;
  private boolean onlyMail;
  private @Nullable Target target;
  private @Nullable TypoClass typoClass;
  private double cost;

  /** A view that knows the targets of an index. */
  public TypoMatch(TypoIndex index) {
    this.index = index;
    labels = index.labels();
    edits = new Edits(index, this);
    rewrites = new Rewrites(index, this);
  }

  /**
   * Looks at a name in wire form and lower case.
   *
   * @return whether a target was found
   */
  public boolean set(byte[] name, int offset) {
    int suffix = PublicSuffixes.suffixOffset(name, offset);
    return set(name, offset, PublicSuffixes.registrableOffset(name, offset, suffix), suffix);
  }

  /**
   * Looks at a name whose parts are known.
   *
   * @param registrable where its registrable domain starts; -1 when it is a suffix itself
   * @param suffix where its public suffix starts
   * @return whether a target was found
   */
  public boolean set(byte[] name, int offset, int registrable, int suffix) {
    clear(name, suffix);
    onlyMail = false;
    if (name[suffix] == 0) {
      return false;
    }
    delegated = TopLevelDomains.isDelegated(name, suffix);
    rewrites.readHosts(name, offset, registrable < 0 ? suffix : registrable, delegated);
    if (!delegated && name[suffix + 1 + name[suffix]] == 0) {
      hash.read(name, suffix + 1, name[suffix]);
      rewrites.missingDot(hash, name, suffix);
    }
    if (registrable < 0) {
      return target != null;
    }
    int exact = readLabel(name, registrable);
    if (exact >= 0 && relation(exact) == SuffixSlip.SAME) {
      target = null;
      return false;
    }
    if (exact >= 0) {
      rewrites.readEnd(name, exact, suffix, delegated);
    }
    rewrites.readLabel(hash, name, registrable);
    if (exact < 0 && name[registrable] >= MIN_OCTETS) {
      edits.read(hash, name, registrable + 1, name[registrable]);
    }
    return target != null;
  }

  /**
   * Looks only for mail providers, at labels of any length: {@code cix.net} is one slip from {@code
   * cox.net}, so mail to it says nothing about who owns it.
   *
   * @return whether one was found
   */
  public boolean setMail(byte[] name, int registrable, int suffix) {
    clear(name, suffix);
    onlyMail = true;
    if (registrable >= 0 && name[registrable] > 1) {
      delegated = TopLevelDomains.isDelegated(name, suffix);
      int exact = readLabel(name, registrable);
      if (exact >= 0) {
        offer(exact, TypoClass.TLD_WRONG, 0.2f, 0);
      }
      // box.com is well-known, but mail to box.fr may be meant for bbox.fr.
      if (target == null) {
        edits.read(hash, name, registrable + 1, name[registrable]);
      }
    }
    return target != null;
  }

  /** The target label that a label is; -1 when it is none. */
  private int readLabel(byte[] name, int label) {
    hash.read(name, label + 1, name[label]);
    return index.find(hash.whole(), name, label + 1, name[label]);
  }

  private void clear(byte[] name, int suffix) {
    qname = name;
    suffixOffset = suffix;
    target = null;
    typoClass = null;
    cost = Double.MAX_VALUE;
  }

  /** The closest that the name's suffix comes to one of a label's targets. */
  private int relation(int label) {
    int closest = SuffixSlip.FAR;
    for (int i = labels.firstTarget(label); i < labels.firstTarget(label + 1); i++) {
      closest = Math.min(closest, relation(suffixOffset, i));
    }
    return closest;
  }

  int relation(int offset, int candidate) {
    return suffixSlip.relation(qname, offset, delegated, labels.pool(), labels.suffix(candidate));
  }

  /**
   * Takes the likeliest target of a label if it is likelier than what there is.
   *
   * @param minOctets the least length of the target's label
   */
  void offer(int label, TypoClass itsClass, float itsCost, int minOctets) {
    int length = labels.pool()[labels.label(label)];
    if (length < minOctets && !onlyMail) {
      return;
    }
    boolean isLong = length >= LONG_OCTETS;
    for (int i = labels.firstTarget(label); i < labels.firstTarget(label + 1); i++) {
      Target candidate = labels.target(i);
      boolean counts =
          onlyMail ? candidate.has(Target.MAIL) : isLong || candidate.rank() <= Target.TOP_RANK;
      if (counts) {
        int relation = relation(suffixOffset, i);
        if (relation != SuffixSlip.FAR || isFarMeant(candidate, length, itsCost)) {
          take(candidate, itsClass, itsCost + suffixCost(relation));
        }
      }
    }
  }

  /** Whether a target can be meant though the name is under quite another suffix. */
  private boolean isFarMeant(Target candidate, int length, float itsCost) {
    return delegated
        && !onlyMail
        && length >= FAR_OCTETS
        && candidate.rank() <= FAR_RANK
        && itsCost <= MAX_FAR_COST;
  }

  private static float suffixCost(int relation) {
    return switch (relation) {
      case SuffixSlip.SAME -> 0;
      case SuffixSlip.NEAR -> NEAR_COST;
      default -> FAR_COST;
    };
  }

  /** Takes a target if it is likelier than what there is. */
  void take(Target candidate, TypoClass itsClass, float itsCost) {
    double total = itsCost + RANK_COST * Math.log10(candidate.rank());
    if (total < cost) {
      target = candidate;
      typoClass = itsClass;
      cost = total;
    }
  }

  /** The domain that was meant; null when nothing was found. */
  public @Nullable Target target() {
    return target;
  }

  /** What went wrong; null when nothing was found. */
  public @Nullable TypoClass typoClass() {
    return typoClass;
  }

  /** Whether people have mail addresses in the domain that was meant. */
  public boolean isMailProvider() {
    return target != null && target.has(Target.MAIL);
  }

  /** How sure it is, 0 to 1: by how likely the slip is and how well-known the target. */
  public double confidence() {
    return target == null ? 0 : Math.clamp(1 - cost / 2, 0.2, 0.98);
  }

  /** What it looks in. */
  public TypoIndex index() {
    return index;
  }
}
