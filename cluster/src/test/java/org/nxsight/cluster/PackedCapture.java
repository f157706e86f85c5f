package org.nxsight.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.DnstapMessages;
import org.nxsight.capture.Intake;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Ports;
import org.nxsight.capture.Source;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Observations;
import org.nxsight.exchange.Packing;
import org.nxsight.exchange.Pairing;
import org.nxsight.exchange.PairingLimits;

/** The exchanges of a capture, packed, in their order. */
final class PackedCapture {
  private static final long SEED = 5;
  private static final int EXCHANGES_A_PIECE = 100;

  private final List<byte[]> pieces = new ArrayList<>();

  private PackedCapture() {}

  /** Reads a capture. */
  static PackedCapture of(Path file) throws IOException {
    PackedCapture capture = new PackedCapture();
    Packing packing = new Packing(false, SEED);
    PacketCounts counts = new PacketCounts();
    Pairing pairing = new Pairing(PairingLimits.DEFAULT, SEED, packing.split());
    DnsPackets packets = new DnsPackets(Ports.of(53), counts, SEED, pairing);
    Intake intake =
        new Intake(
            packets,
            new DnstapMessages(java.util.Set.of(), counts, pairing),
            new Observations(counts, pairing, packing.split(), packing.split()));
    try (Source source = CaptureFile.open(file)) {
      boolean more = true;
      while (more) {
        more = source.poll(intake);
        capture.takeFrom(packing);
      }
    }
    packets.finish();
    pairing.finish();
    capture.takeFrom(packing);
    return capture;
  }

  /** Pieces are small, so that a capture has many of them. */
  private void takeFrom(Packing packing) {
    ExchangeView exchange = new ExchangeView();
    for (byte[] all = packing.take(); all != null; all = packing.take()) {
      exchange.wrap(all, Packing.HEADER_OCTETS, all.length);
      int from = Packing.HEADER_OCTETS;
      int count = 0;
      long earliest = Long.MAX_VALUE;
      while (exchange.next()) {
        earliest = Math.min(earliest, exchange.responseNanos());
        int end = exchange.entryOffset() + exchange.entryOctets();
        if (++count % EXCHANGES_A_PIECE == 0 || end == all.length) {
          byte[] piece = new byte[Packing.HEADER_OCTETS + end - from];
          System.arraycopy(all, from, piece, Packing.HEADER_OCTETS, end - from);
          org.nxsight.wire.Bytes.put64(piece, 0, earliest);
          pieces.add(piece);
          from = end;
          earliest = Long.MAX_VALUE;
        }
      }
    }
  }

  /** Some exchanges each. */
  List<byte[]> pieces() {
    return pieces;
  }
}
