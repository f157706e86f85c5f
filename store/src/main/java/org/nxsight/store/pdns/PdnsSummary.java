package org.nxsight.store.pdns;

/**
 * What the records that answer a question are together.
 *
 * @param records how many they are
 * @param count how often they were seen, all together
 * @param timeFirst when the first was first seen, whole seconds since 1970; 0 without records
 * @param timeLast when the last was last seen
 * @param limited whether there are more records, which were not looked at
 */
public record PdnsSummary(
    long records, long count, long timeFirst, long timeLast, boolean limited) {}
