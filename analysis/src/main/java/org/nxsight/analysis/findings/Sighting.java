package org.nxsight.analysis.findings;

/**
 * That a finding holds now, as an operator says it; said again as long as it does.
 *
 * @param subject what it is about, in presentation form
 * @param confidence how sure that is, 0 to 1
 * @param firstNanos the time of the first record that speaks for it, in nanoseconds since 1970
 * @param lastNanos of the last one
 * @param count how many records speak for it
 * @param resolvers how many resolvers asked, about; 0 when nobody knows
 * @param evidence a JSON object, as of {@link Evidence#json}
 * @param sentence for a person: what it is, why we think so, what one does about it
 */
public record Sighting(
    FindingKind kind,
    String subject,
    Severity severity,
    float confidence,
    long firstNanos,
    long lastNanos,
    long count,
    long resolvers,
    String evidence,
    String sentence) {}
