package org.nxsight.bench.store;

/**
 * RRsets of made-up domains as SQL, already in the order of the store.
 *
 * <p>A domain has eight: A, MX, NS, SOA and TXT of its own, A of mail, A or CNAME of www, and AAAA
 * of one more host. Half of the domains are in com, a tenth each in de, info, net, org and xyz.
 * Labels have 6 to 14 characters; 20,000 hosters serve all of them from 3,000,000 addresses.
 *
 * @param domains how many there are in all
 */
record MadeRrsets(long domains) {
  static final int RRSETS_OF_DOMAIN = 8;

  /** Labels begin with six digits of base 36, in order. */
  private static final long NUMBERS = 2_176_782_336L;

  /** The macro that the other SQL needs. */
  static final String DIGIT =
      "CREATE OR REPLACE MACRO digit(x) AS"
          + " substr('0123456789abcdefghijklmnopqrstuvwxyz', (x % 36)::INTEGER + 1, 1)";

  /** The RRsets of so many domains: the first one, and every {@code step}th behind it. */
  String rows(long first, long count, long step) {
    return """
    WITH n AS (SELECT %d + i // 8 * %d AS d, i %% 8 AS r FROM range(%d) t(i)),
    h AS (SELECT d, r, d * 8 + r AS i, hash(d) AS x, hash(d * 8 + r) AS y,
      hash(hash(d * 8 + r) %% 3000000) AS z, hash(hash(d) %% 20000) %% 20000 AS host FROM n),
    k AS (SELECT *, %s AS tld, %s AS label,
      CASE r WHEN 5 THEN 'mail' WHEN 6 THEN 'www'
        WHEN 7 THEN 'x' || substr(md5(i::VARCHAR), 1, 4 + (y %% 12)::INTEGER) END AS sub FROM h),
    o AS (SELECT *, label || '.' || tld || '.' AS domain FROM k)
    SELECT tld || '.' || label || '.' || coalesce(sub || '.', '') AS name_key,
      coalesce(sub || '.', '') || domain AS rrname,
      CASE r WHEN 0 THEN 'A' WHEN 1 THEN 'MX' WHEN 2 THEN 'NS' WHEN 3 THEN 'SOA'
        WHEN 4 THEN 'TXT' WHEN 5 THEN 'A' WHEN 6 THEN if(x %% 3 = 0, 'CNAME', 'A')
        ELSE 'AAAA' END AS rrtype,
      if(r = 2, tld || '.', domain) AS bailiwick,
      CASE WHEN r IN (0, 5) OR (r = 6 AND x %% 3 <> 0) THEN
          [concat_ws('.', 1 + z %% 223, z // 256 %% 256, z // 65536 %% 256, z // 16777216 %% 256)]
        WHEN r = 1 THEN ['10 mail.' || domain]
        WHEN r = 2 THEN ['ns1.h' || host || '.net.', 'ns2.h' || host || '.net.']
        WHEN r = 3 THEN ['ns1.h' || host || '.net. hostmaster.h' || host || '.net. '
          || (2026000000 + y %% 1000000) || ' 7200 3600 1209600 3600']
        WHEN r = 4 THEN ['"v=spf1 include:_spf.h' || host || '.net ~all"']
        WHEN r = 6 THEN [domain]
        ELSE ['2001:db8:' || printf('%%x', z %% 65535 + 1) || '::' || printf('%%x', y %% 65535 + 1)]
        END AS rdata,
      (1 + x %% 4)::TINYINT AS zone_source, (1 + y %% 1000)::BIGINT AS count,
      TIMESTAMP '2026-10-01' + to_seconds((y %% 1000000)::BIGINT) AS time_first,
      TIMESTAMP '2026-10-15' + to_seconds((y // 7 %% 1000000)::BIGINT) AS time_last
    FROM o\
    """
        .formatted(first, step, count * RRSETS_OF_DOMAIN, tld(), label());
  }

  /** The single records of a file of RRsets, in the order of the store. */
  static String singles(String file) {
    return """
    WITH u AS (SELECT unnest(rdata) AS rdata, rrname, rrtype, count, time_first, time_last
      FROM read_parquet('%s')),
    v AS (SELECT *, CASE WHEN rrtype IN ('NS', 'CNAME') THEN rdata
        WHEN rrtype = 'MX' THEN split_part(rdata, ' ', 2)
        WHEN rrtype = 'SOA' THEN split_part(rdata, ' ', 1) END AS target FROM u)
    SELECT CASE
        WHEN target IS NOT NULL THEN
          array_to_string(list_reverse(string_split(rtrim(target, '.'), '.')), '.') || '.'
        WHEN rrtype = 'A' THEN array_to_string(list_transform(
          string_split(rdata, '.'), lambda o: printf('%%02x', o::INTEGER)), '')
        WHEN rrtype = 'AAAA' THEN '20010db8' || lpad(split_part(rdata, ':', 3), 4, '0')
          || '0000000000000000' || lpad(split_part(rdata, ':', 5), 4, '0')
        ELSE left(lower(hex(chr((length(rdata) - 2)::INTEGER) || trim(rdata, '"'))), 128)
        END AS rdata_key,
      rdata, rrname, rrtype, count, time_first, time_last
    FROM v ORDER BY rdata_key, rrtype, rrname, rdata\
    """
        .formatted(file);
  }

  private String tld() {
    return "CASE WHEN d < %d THEN 'com' WHEN d < %d THEN 'de' WHEN d < %d THEN 'info' WHEN d < %d THEN 'net' WHEN d < %d THEN 'org' ELSE 'xyz' END"
        .formatted(
            domains / 10 * 5,
            domains / 10 * 6,
            domains / 10 * 7,
            domains / 10 * 8,
            domains / 10 * 9);
  }

  private String label() {
    long gap = NUMBERS / domains;
    StringBuilder label = new StringBuilder();
    for (long place = NUMBERS / 36; place > 0; place /= 36) {
      label.append("digit(d * ").append(gap).append(" // ").append(place).append(") || ");
    }
    return label + "substr(md5(d::VARCHAR), 1, (x % 9)::INTEGER)";
  }
}
