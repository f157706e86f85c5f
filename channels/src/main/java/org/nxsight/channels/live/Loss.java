package org.nxsight.channels.live;

/**
 * That a subscriber did not get some records, because it was slower than they came or wanted no
 * more of them in a second.
 *
 * @param records how many
 * @param overRate how many of these were beyond the rate that was asked for
 * @param sinceNanos the first one's time, in nanoseconds since 1970
 */
public record Loss(long records, long overRate, long sinceNanos) implements Delivery {}
