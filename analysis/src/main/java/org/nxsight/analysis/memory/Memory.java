package org.nxsight.analysis.memory;

/** What somebody remembers of names: when they were answered. */
public interface Memory {
  /** Nobody remembers anything. */
  Memory NONE = (name, offset, registrable, qtype, into) -> into.forget();

  /**
   * Recalls a name and the registrable domain that it is in.
   *
   * @param name in wire form and lower case
   * @param registrable where its registrable domain starts; -1 when it is a public suffix
   * @param qtype what is asked for now; 0 when that is not known
   * @param into takes what is remembered, in the place of what it held
   */
  void recall(byte[] name, int offset, int registrable, int qtype, Recollection into);

  /**
   * Recalls which servers refuse a name, and when its registrable domain was answered.
   *
   * @param into takes what is remembered, in the place of what it held
   */
  default void recallServers(byte[] name, int offset, int registrable, Recollection into) {
    into.forget();
  }
}
