package org.nxsight.app;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.CauseCounts;
import org.nxsight.app.bus.BusCounts;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.tcp.StreamCounts;
import org.nxsight.channels.answers.AnswerCounts;
import org.nxsight.channels.privacy.PrivacyCounts;
import org.nxsight.exchange.ExchangeCounts;
import org.nxsight.exchange.selection.Selection;
import org.nxsight.store.writing.WriterCounts;

/**
 * What the stages counted.
 *
 * @param packets where every packet went
 * @param streams what TCP streams lost and passed over
 * @param exchanges what became of every DNS message
 * @param selection which exchanges were passed over
 * @param privacy what was taken out of messages; null when all may be seen
 * @param evicted the open queries that had to make room before their time was up
 * @param malformedRecords the responses with a malformed record somewhere
 * @param answers what became of the answers; null when nobody wanted them
 * @param causes why what failed did; null when nobody looked
 * @param findings what was found; null when nobody looked
 * @param learned what the run learned from its own traffic
 * @param store what was kept; null without a store
 * @param kafka what became of what was published there; null when nothing was
 */
record Counts(
    PacketCounts packets,
    StreamCounts streams,
    ExchangeCounts exchanges,
    Selection selection,
    @Nullable PrivacyCounts privacy,
    long evicted,
    long malformedRecords,
    @Nullable AnswerCounts answers,
    @Nullable CauseCounts causes,
    FindingStage.@Nullable FindingCounts findings,
    Learned learned,
    @Nullable WriterCounts store,
    @Nullable BusCounts kafka) {}
