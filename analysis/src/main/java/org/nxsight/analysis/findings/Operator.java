package org.nxsight.analysis.findings;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nxsight.analysis.causes.Cause;

/**
 * Condenses one kind of record into findings, in bounded memory. Its state is kept by one key:
 * records of equal keys must meet in one operator, and those of different keys need not, so that
 * the same operator runs in one thread here and in many elsewhere, with the same findings from the
 * same records. Time is record time.
 */
public interface Operator {
  /** The key of records that it has no use for. */
  long NO_KEY = 0;

  /** Its name and the version of its state, such as {@code floods/1}. */
  String name();

  /** How far the records reach that its state is made of. */
  default Reach reach() {
    return Reach.KEY;
  }

  /** Whether it also wants exchanges that did not fail; all want those that did. */
  default boolean wantsAnswers() {
    return false;
  }

  /** Whether it has a use for failures of a cause; it is not shown others. */
  default boolean wants(Cause cause) {
    return true;
  }

  /** What it keeps the record under, a hash; {@link #NO_KEY} when it does not want the record. */
  long keyOf(Observation observation);

  /**
   * Takes a record. It allocates nothing but for keys that are new, and is fast: all operators have
   * two microseconds together.
   */
  void onRecord(Observation observation);

  /**
   * Hears how far record time has come, every ten seconds of it, and says what holds.
   *
   * @param epochNanos never less than before
   */
  void onTime(long epochNanos, Reports reports);

  /** Writes the whole state. */
  void snapshot(DataOutput out) throws IOException;

  /**
   * Adds the state of a snapshot that this version has written. To a new operator that restores it;
   * to another one it joins what was kept under keys of both.
   */
  void merge(DataInput in) throws IOException;
}
