package org.nxsight.analysis.causes;

import java.util.List;
import org.nxsight.analysis.dga.families.GeneratedNames;
import org.nxsight.analysis.memory.Memory;
import org.nxsight.analysis.memory.Recollection;

/**
 * Finds the most likely cause of a failure: rules are asked in their order, and the first that
 * matches has it. For one thread.
 *
 * <p>A name does not exist for reasons that look alike, so the order matters: what has a form of
 * its own comes before what is only likely, and a known slip of the finger comes before the look of
 * randomness.
 */
public final class Explainer {
  private static final List<Rule> OF_MISSING_NAMES =
      List.of(
          new Interference(),
          new Probes(),
          new ListQuestions(),
          new Strings(),
          new ReverseNames(),
          new Configuration(),
          new KnownMalware(),
          new Remembered(),
          new Mistyped(),
          new Leaks(),
          new Generated(),
          Mistyped::mailToNowhere,
          new Remainder());

  private static final List<Rule> OF_OTHER_ERRORS = List.of(new OtherErrors());

  private final Diagnosis diagnosis;
  private final GeneratedNames generatedNames;
  private final Memory memory;

  /**
   * @param generatedNames this explainer's own
   * @param memory of names that were answered
   */
  Explainer(Knowledge knowledge, GeneratedNames generatedNames, Memory memory) {
    this.generatedNames = generatedNames;
    this.memory = memory;
    diagnosis = new Diagnosis(knowledge, generatedNames);
  }

  /** What was found out about a failure; good until the next call. */
  public Diagnosis explain(Failure failure) {
    recall(failure);
    return explainRecalled(failure);
  }

  /**
   * Recalls what is remembered of a failure's name.
   *
   * @return what of that the diagnosis depends on, in one octet
   */
  int recall(Failure failure) {
    Recollection found = diagnosis.recollection();
    int registrable = failure.cut().registrableOffset();
    if (failure.rcode() == Failure.NXDOMAIN) {
      memory.recall(failure.bytes(), failure.qnameOffset(), registrable, failure.qtype(), found);
    } else if (Remembered.mayBeLame(failure) && registrable >= 0) {
      memory.recallServers(failure.bytes(), failure.qnameOffset(), registrable, found);
    } else {
      found.forget();
      return 0;
    }
    Cause cause = Remembered.cause(failure, found);
    return cause == null ? 0 : cause.ordinal() + 1;
  }

  /** The same as {@link #explain} after {@link #recall}. */
  Diagnosis explainRecalled(Failure failure) {
    diagnosis.clear();
    List<Rule> rules = failure.rcode() == Failure.NXDOMAIN ? OF_MISSING_NAMES : OF_OTHER_ERRORS;
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).matches(failure, diagnosis)) {
        break;
      }
    }
    return diagnosis;
  }

  /** Looks also for what the cause did not need: the score, and a well-known name nearby. */
  public Diagnosis explainFully(Failure failure) {
    explain(failure);
    diagnosis.scoreOf(failure);
    if (diagnosis.typo() == null && diagnosis.list() == null && Mistyped.mayBeMeant(failure)) {
      diagnosis.findTypo(failure);
    }
    return diagnosis;
  }

  /** This explainer's own. */
  GeneratedNames generatedNames() {
    return generatedNames;
  }

  /** Where what is learned goes. */
  Diagnosis diagnosis() {
    return diagnosis;
  }

  /**
   * Moves on to the day of a record; see {@link GeneratedNames#follow}.
   *
   * @return whether it moved, so that some names have another cause now
   */
  public boolean follow(long epochNanos) {
    return generatedNames.follow(epochNanos);
  }
}
