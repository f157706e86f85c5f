package org.nxsight.cluster;

import java.util.function.Consumer;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.capture.LeftOut;
import org.nxsight.capture.MessageHandler;
import org.nxsight.capture.PacketCounts;
import org.nxsight.exchange.Observations;
import org.nxsight.exchange.Packing;
import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.ContainerState;
import org.nxsight.wire.nmsg.FragmentAssembler;
import org.nxsight.wire.nmsg.PayloadCrc;

/** Containers of NMSG become packed exchanges; what is no exchange is counted by its reason. */
final class Unpacking {
  private final ContainerReader container = new ContainerReader(new FragmentAssembler());
  private final PacketCounts counts = new PacketCounts();
  private final Packing packing;
  private final Observations observations;
  private long malformed;
  private long unpaired;

  /**
   * @param seed of a hash
   */
  Unpacking(long seed) {
    packing = new Packing(false, seed);
    observations = new Observations(counts, new Uncounted(), packing.split(), packing.split());
  }

  /** Messages that nobody has paired are no exchanges. */
  private final class Uncounted implements MessageHandler {
    @Override
    public void onMessage(CapturedMessage message) {
      unpaired++;
    }
  }

  /** Takes the octets of one container. */
  void take(byte[] octets, Consumer<byte[]> out) {
    ContainerState state = container.open(octets, 0, octets.length);
    if (state != ContainerState.READABLE) {
      malformed++;
      return;
    }
    while (container.next()) {
      if (container.crc() == PayloadCrc.INCORRECT) {
        observations.onLeftOut(LeftOut.NMSG_WRONG_CRC, container.payload().length());
      } else {
        observations.onPayload(container.payload());
      }
    }
    for (byte[] packed = packing.take(); packed != null; packed = packing.take()) {
      out.accept(packed);
    }
  }

  /** How many containers could not be read. */
  long malformed() {
    return malformed;
  }

  /** How many messages stood alone. */
  long unpaired() {
    return unpaired;
  }

  /** How many payloads were no exchange. */
  long leftOut() {
    return counts.packets() - counts.dnsPackets();
  }
}
