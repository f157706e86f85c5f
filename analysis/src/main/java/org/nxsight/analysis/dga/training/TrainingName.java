package org.nxsight.analysis.dga.training;

/**
 * A name whose making is known.
 *
 * @param run its missing labels in wire form
 * @param generated whether malware made it
 * @param origin its family, or the kind of benign name
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody writes to them
public record TrainingName(byte[] run, boolean generated, String origin) {}
