package org.nxsight.store.failures;

/** What becomes one row of an answer. */
public enum Grouping {
  /** A name with its type, rcode and SOA, over all time and servers. */
  NAME("", "count DESC, name_key, qtype, rcode"),
  /** The same for each bucket of time, the longest bucket that the store has for it. */
  BUCKET("bucket, bucket_seconds", "bucket, name_key, qtype, rcode, count DESC"),
  /** The same for each server. */
  SERVER("server", "count DESC, name_key, qtype, rcode, server NULLS FIRST");

  private final String columns;
  private final String order;

  Grouping(String columns, String order) {
    this.columns = columns;
    this.order = order;
  }

  /** The columns that rows are told apart by, beyond those of every grouping. */
  String columns() {
    return columns;
  }

  /** The order of the rows; the rest of the key makes it total. */
  String order() {
    return order + ", soa_rrname NULLS FIRST, cut NULLS FIRST, ede NULLS FIRST, qname";
  }
}
