package org.nxsight.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.Intake;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Ports;
import org.nxsight.capture.Source;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.ExchangeBatch;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Pairing;
import org.nxsight.exchange.PairingLimits;
import org.nxsight.exchange.Split;
import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.ContainerState;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.FragmentAssembler;
import org.nxsight.wire.nmsg.PayloadView;

/** Our dnsqr payloads against those that nmsgtool made of the same capture, octet for octet. */
class RecordsCorpusTest {
  @Test
  void makesThePayloadsThatNmsgtoolMakes() throws IOException {
    assertThat(ours(corpus("test1-dnsqr.pcap"))).isEqualTo(theirs(corpus("test1-dnsqr.nmsg")));
  }

  private static List<String> ours(Path capture) throws IOException {
    BatchQueue queue = new BatchQueue();
    Split split = new Split(false, true, 1, queue);
    Pairing pairing = new Pairing(PairingLimits.DEFAULT, 1, split);
    DnsPackets packets = new DnsPackets(Ports.of(53), new PacketCounts(), pairing);
    Intake intake = Intake.ofPackets(packets);
    try (Source source = CaptureFile.open(capture)) {
      while (source.poll(intake)) {}
    }
    pairing.finish();
    split.flush();
    queue.end();
    List<String> payloads = new ArrayList<>();
    Records records = new Records();
    ExchangeView exchange = new ExchangeView();
    for (ExchangeBatch batch = queue.stage(0).take();
        batch != null;
        batch = queue.stage(0).take()) {
      exchange.wrap(batch);
      while (exchange.next()) {
        Dnsqr dnsqr = records.dnsqr(exchange);
        byte[] payload = new byte[dnsqr.encodedOctets()];
        dnsqr.encode(payload, 0);
        payloads.add(HexFormat.of().formatHex(payload));
      }
    }
    return payloads;
  }

  private static List<String> theirs(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ContainerReader reader = new ContainerReader(new FragmentAssembler());
    assertThat(reader.open(bytes, 0, bytes.length)).isEqualTo(ContainerState.READABLE);
    List<String> payloads = new ArrayList<>();
    while (reader.next()) {
      PayloadView payload = reader.payload();
      int end = payload.offset() + payload.length();
      payloads.add(HexFormat.of().formatHex(payload.bytes(), payload.offset(), end));
    }
    return payloads;
  }

  private static Path corpus(String name) {
    String told = System.getenv("NXSIGHT_CORPUS");
    Path file =
        (told == null ? Path.of("../../shared/corpus") : Path.of(told)).resolve("nmsg/" + name);
    Assumptions.assumeTrue(Files.exists(file), () -> "no " + file);
    return file;
  }
}
