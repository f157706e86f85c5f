package org.nxsight.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.nxsight.wire.dns.RecordTypes;

/**
 * One table of the store: rows of one shape, in files of their own. What the columns mean is told
 * in docs/store.md; a change of their names or types is a new version of the store.
 */
public enum Dataset {
  /** RRsets with their bailiwick, by name. */
  PDNS(Columns.RRSETS),
  /** The same records one by one, by what stands in them: what points at a name or an address. */
  PDNS_RDATA(Columns.RDATA),
  /** RRsets of the types that DNSSEC adds, by name. */
  PDNS_DNSSEC(Columns.RRSETS),
  /** RRsets of which nobody could tell whether the server had a say about them, by name. */
  PDNS_UNPLACED(Columns.RRSETS),
  /** What failed: a name, its rcode and who said so, by name and time. */
  FAILURES(Columns.FAILURES),
  /** Names that exist without a record of the type asked for, by name and time. */
  NODATA(Columns.FAILURES),
  /** What failures say together: each finding when it opened, whenever it changed, as it closed. */
  FINDINGS(Columns.FINDINGS),
  /** Failures and nodata, added up by what they have in common ({@link Dimension}) and by time. */
  TALLIES(Columns.TALLIES);

  /** The types of {@link #PDNS_DNSSEC}: what DNSDB calls ANY-DNSSEC. */
  public static final List<String> DNSSEC_TYPES =
      List.of("DS", "RRSIG", "NSEC", "DNSKEY", "NSEC3", "NSEC3PARAM", "DLV");

  private static final Set<Integer> DNSSEC_NUMBERS =
      DNSSEC_TYPES.stream().map(RecordTypes::number).collect(Collectors.toUnmodifiableSet());

  private final String columns;

  Dataset(String columns) {
    this.columns = columns;
  }

  /** The name of its table and of its directory, such as {@code pdns_rdata}. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where RRsets of a type go that have a place: those that DNSSEC adds have their own. */
  public static Dataset ofPlaced(int rrtype) {
    return DNSSEC_NUMBERS.contains(rrtype) ? PDNS_DNSSEC : PDNS;
  }

  /** The columns as SQL defines them, in their order in the files. */
  public String columns() {
    return columns;
  }

  /** What the columns of the datasets are; grouped by shape. */
  private static final class Columns {
    static final String RRSETS =
        """
        name_key VARCHAR, rrname VARCHAR, rrtype VARCHAR, bailiwick VARCHAR, rdata VARCHAR[],
        zone_source TINYINT, count BIGINT, time_first TIMESTAMP, time_last TIMESTAMP\
        """;

    static final String RDATA =
        """
        rdata_key VARCHAR, rdata VARCHAR, rrname VARCHAR, rrtype VARCHAR,
        count BIGINT, time_first TIMESTAMP, time_last TIMESTAMP\
        """;

    static final String FAILURES =
        """
        name_key VARCHAR, qname VARCHAR, qtype VARCHAR, rcode VARCHAR,
        bucket TIMESTAMP, bucket_seconds INTEGER, ede INTEGER, soa_rrname VARCHAR, cut VARCHAR, server VARCHAR,
        count BIGINT, mixed_case BIGINT, time_first TIMESTAMP, time_last TIMESTAMP,
        resolver_hashes UBIGINT[], server_hashes UBIGINT[], name_hashes UBIGINT[],
        samples VARCHAR[], scope VARCHAR, cause VARCHAR\
        """;

    static final String FINDINGS =
        """
        id VARCHAR, kind VARCHAR, subject VARCHAR, subject_type VARCHAR,
        severity VARCHAR, confidence FLOAT, state VARCHAR, count BIGINT, resolvers BIGINT,
        time_first TIMESTAMP, time_last TIMESTAMP, opened TIMESTAMP, updated TIMESTAMP,
        sentence VARCHAR, evidence VARCHAR\
        """;

    static final String TALLIES =
        """
        dimension VARCHAR, key VARCHAR, bucket TIMESTAMP, bucket_seconds INTEGER,
        count BIGINT, names BIGINT, time_first TIMESTAMP, time_last TIMESTAMP,
        name_hashes UBIGINT[], samples VARCHAR[]\
        """;
  }
}
