package org.nxsight.app.live;

/**
 * What came from one input so far.
 *
 * @param name what a person calls it
 * @param packets that came in
 * @param octets taken, as they stand there
 */
public record InputReading(String name, long packets, long octets) {}
