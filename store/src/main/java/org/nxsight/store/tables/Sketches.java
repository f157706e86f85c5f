package org.nxsight.store.tables;

/**
 * The sketches of the store in SQL: the 32 least of the 64-bit hashes of what was seen (K minimum
 * values; Bar-Yossef et al., Counting Distinct Elements in a Data Stream, RANDOM 2002, section 2).
 *
 * <p>Fewer than 32 hashes are all there were. Of more the number is estimated as 31 divided by the
 * 32nd least hash as a fraction of all, with a standard error of 1/sqrt(30), 18 %.
 */
final class Sketches {
  /** Definitions of {@code merge_hashes(column)} and {@code distinct_hashes(list)}. */
  static final String MACROS =
      """
      CREATE MACRO merge_hashes(hashes) AS
        coalesce(list_sort(list_distinct(flatten(list(hashes))))[1:32], []);
      CREATE MACRO distinct_hashes(hashes) AS
        CASE WHEN coalesce(len(hashes), 0) < 32 THEN coalesce(len(hashes), 0)
          ELSE greatest(32, round(31 * 18446744073709551616.0 / greatest(hashes[32], 1)))::BIGINT
        END;
      """;

  private Sketches() {}
}
