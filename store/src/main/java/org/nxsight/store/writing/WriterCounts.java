package org.nxsight.store.writing;

/**
 * What became of everything that came to a writer.
 *
 * @param rrsets RRsets that were taken
 * @param failures exchanges that were counted as failures
 * @param nodata exchanges that were counted as NODATA
 * @param withoutQuestion exchanges that are in no row, since nobody can tell what was asked
 * @param otherClass exchanges that are in no row, since they are not of the Internet class
 * @param before1970 times before 1970, which became 1970
 * @param files files that were sealed
 * @param rows rows in them
 */
public record WriterCounts(
    long rrsets,
    long failures,
    long nodata,
    long withoutQuestion,
    long otherClass,
    long before1970,
    long files,
    long rows) {}
