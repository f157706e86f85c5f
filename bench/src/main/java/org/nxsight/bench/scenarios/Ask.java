package org.nxsight.bench.scenarios;

import java.util.List;

/**
 * One question of a resolver to a server, and what it said.
 *
 * @param epochNanos when it was asked
 * @param qname in presentation form
 * @param rcode of the response
 * @param zone whose server was asked; the owner of the SOA when there is one
 * @param server which of the zone's servers, 0 the first
 * @param resolver who asked
 * @param answers records of the asked name
 * @param soa whether the zone's SOA stands in the authority section
 * @param extendedError the info code of an extended DNS error (RFC 8914); -1 for none
 * @param edns whether the query has an OPT record
 */
record Ask(
    long epochNanos,
    String qname,
    int qtype,
    int rcode,
    String zone,
    int server,
    int resolver,
    List<Answer> answers,
    boolean soa,
    int extendedError,
    boolean edns) {
  static final int NOERROR = 0;
  static final int FORMERR = 1;
  static final int SERVFAIL = 2;
  static final int NXDOMAIN = 3;
  static final int REFUSED = 5;
  static final int NO_EXTENDED_ERROR = -1;

  /** A name that does not exist in a zone. */
  static Ask missing(long epochNanos, String qname, int qtype, String zone, int resolver) {
    return new Ask(
        epochNanos, qname, qtype, NXDOMAIN, zone, 0, resolver, List.of(), true, -1, true);
  }

  /** A name with one record of the type asked for. */
  static Ask answered(long epochNanos, String qname, int qtype, String zone, int resolver) {
    return answered(
        epochNanos, qname, qtype, zone, resolver, Answer.of(qtype, zone, qname.hashCode()));
  }

  static Ask answered(
      long epochNanos, String qname, int qtype, String zone, int resolver, Answer... answers) {
    return new Ask(
        epochNanos,
        qname,
        qtype,
        NOERROR,
        zone,
        0,
        resolver,
        List.of(answers),
        answers.length == 0,
        NO_EXTENDED_ERROR,
        true);
  }

  /** A response that says nothing but that it failed. */
  static Ask failed(
      long epochNanos, String qname, int qtype, int rcode, String zone, int resolver) {
    return new Ask(epochNanos, qname, qtype, rcode, zone, 0, resolver, List.of(), false, -1, true);
  }

  Ask at(int newServer) {
    return new Ask(
        epochNanos,
        qname,
        qtype,
        rcode,
        zone,
        newServer,
        resolver,
        answers,
        soa,
        extendedError,
        edns);
  }

  Ask because(int newExtendedError) {
    return new Ask(
        epochNanos,
        qname,
        qtype,
        rcode,
        zone,
        server,
        resolver,
        answers,
        soa,
        newExtendedError,
        edns);
  }

  Ask withoutEdns() {
    return new Ask(
        epochNanos,
        qname,
        qtype,
        rcode,
        zone,
        server,
        resolver,
        answers,
        soa,
        extendedError,
        false);
  }

  /** The same name that does not exist, to which an alias led: the alias stands in the answer. */
  Ask aliasOf(String alias) {
    return new Ask(
        epochNanos,
        alias,
        qtype,
        rcode,
        zone,
        server,
        resolver,
        List.of(Answer.alias(qname)),
        soa,
        extendedError,
        edns);
  }
}
