package org.nxsight.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.app.bus.KafkaPlan;
import org.nxsight.app.live.LiveView;
import org.nxsight.capture.Ports;
import org.nxsight.channels.ChannelForm;
import org.nxsight.channels.privacy.AddressMask;
import org.nxsight.exchange.PairingLimits;
import org.nxsight.exchange.selection.Wanted;
import org.nxsight.store.merging.Retention;
import org.nxsight.wire.dnstap.DnstapRole;

/**
 * What a run is to do.
 *
 * @param ports where DNS is spoken
 * @param dnstapRoles which legs of a look-up are taken from dnstap
 * @param wanted what exchanges the run is about
 * @param limits how long and how many queries are kept
 * @param unpairedToo whether NXDOMAIN and answers without a query are published as well
 * @param masks makes what takes the place of resolvers' addresses, one for each thread; null when
 *     they stay
 * @param output the directory for channels and store
 * @param form of the channels' files
 * @param rotateSeconds how much record time goes to one channel file
 * @param publications where channels go besides
 * @param answersWanted whether channel 204 is written to files
 * @param storeWanted whether what exists and what fails is kept in the store
 * @param retention how long and how much of it
 * @param knowledge what tells the causes of failures; null when nobody wants to know
 * @param rememberedNames on how many names the last verdicts are kept, a power of two
 * @param findings what is watched, and who is told
 * @param view shows to others what the run does; null when nobody looks
 * @param kafka how channels are published there; null when they are not
 */
record RunPlan(
    Ports ports,
    Set<DnstapRole> dnstapRoles,
    Wanted wanted,
    PairingLimits limits,
    boolean unpairedToo,
    @Nullable Supplier<AddressMask> masks,
    Path output,
    ChannelForm form,
    long rotateSeconds,
    List<Publication> publications,
    boolean answersWanted,
    boolean storeWanted,
    Retention retention,
    @Nullable Knowledge knowledge,
    int rememberedNames,
    FindingsPlan findings,
    @Nullable LiveView view,
    @Nullable KafkaPlan kafka) {
  /** What takes the place of resolvers' addresses in one thread; null when they stay. */
  @Nullable AddressMask mask() {
    return masks == null ? null : masks.get();
  }

  /** Whether anybody wants to know what exists and why something does not. */
  boolean recordsWanted() {
    return storeWanted || isAnswersChannelWanted() || knowledge != null || view != null;
  }

  /** Whether channel 204 goes anywhere. */
  boolean isAnswersChannelWanted() {
    return answersWanted
        || !publications(ChannelName.ANSWERS).isEmpty()
        || isInKafka(ChannelName.ANSWERS);
  }

  /** Whether a channel is published to Kafka. */
  boolean isInKafka(String channel) {
    return kafka != null && kafka.wants(channel);
  }

  /** Where a channel goes besides its files. */
  List<Publication> publications(String channel) {
    return publications.stream().filter(each -> each.channel().equals(channel)).toList();
  }
}
