package org.nxsight.store.merging;

/**
 * What a compaction did.
 *
 * @param merges files that were made
 * @param files that they are made of
 * @param rowsBefore in those
 * @param rowsAfter in what was made
 */
public record CompactionCounts(long merges, long files, long rowsBefore, long rowsAfter) {}
