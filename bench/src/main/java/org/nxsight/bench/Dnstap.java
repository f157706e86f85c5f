package org.nxsight.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.Intake;
import org.nxsight.capture.MessageHandler;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Ports;
import org.nxsight.capture.Source;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dnstap.ControlFrames;
import org.nxsight.wire.dnstap.ControlType;
import org.nxsight.wire.dnstap.DnstapView;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.protobuf.ProtobufWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench dnstap}: what resolvers would have reported of a capture's messages. */
@Command(
    name = "bench/bench dnstap",
    mixinStandardHelpOptions = true,
    description =
        "Writes a capture's DNS messages as dnstap: RESOLVER_QUERY and RESOLVER_RESPONSE.")
public final class Dnstap implements Callable<Integer>, MessageHandler {
  private static final int RESOLVER_QUERY = 3;
  private static final int RESOLVER_RESPONSE = 4;
  private static final long NANOS_A_SECOND = 1_000_000_000L;
  private static final int MOST_OCTETS_BESIDES = 128;

  @Parameters(paramLabel = "CAPTURE", description = "a pcap capture")
  private Path capture = Path.of("");

  @Option(names = "-o", paramLabel = "FILE", required = true, description = "the dnstap file")
  private Path file = Path.of("");

  private final byte[] message = new byte[(1 << 16) + MOST_OCTETS_BESIDES];
  private final byte[] frame = new byte[(1 << 16) + 2 * MOST_OCTETS_BESIDES];
  private OutputStream out = OutputStream.nullOutputStream();
  private long messages;

  private Dnstap() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Dnstap()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    DnsPackets packets = new DnsPackets(Ports.of(53), new PacketCounts(), this);
    try (OutputStream buffered = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
        Source source = CaptureFile.open(capture)) {
      out = buffered;
      out.write(ControlFrames.ofDnstap(ControlType.START));
      Intake intake = Intake.ofPackets(packets);
      while (source.poll(intake)) {
        // all is done in onMessage
      }
      packets.finish();
      out.write(ControlFrames.of(ControlType.STOP));
    }
    System.out.printf("%s: %,d messages%n", file, messages);
    return 0;
  }

  @Override
  public void onMessage(CapturedMessage captured) {
    DatagramView datagram = captured.datagram();
    boolean response = captured.message().isResponse();
    byte[] bytes = datagram.bytes();
    int octets = datagram.addressOctets();
    int resolver = response ? datagram.destinationOffset() : datagram.sourceOffset();
    int server = response ? datagram.sourceOffset() : datagram.destinationOffset();
    int first = response ? 12 : 8; // response_time_sec, or query_time_sec
    int at = ProtobufWriter.putU32(message, 0, 1, response ? RESOLVER_RESPONSE : RESOLVER_QUERY);
    at =
        ProtobufWriter.putU32(
            message, at, 2, datagram.isIpv6() ? DnstapView.INET6 : DnstapView.INET);
    boolean tcp = datagram.protocol() == DatagramView.TCP;
    at = ProtobufWriter.putU32(message, at, 3, tcp ? DnstapView.TCP : DnstapView.UDP);
    at = ProtobufWriter.putBytes(message, at, 4, bytes, resolver, octets);
    at = ProtobufWriter.putBytes(message, at, 5, bytes, server, octets);
    int resolverPort = response ? datagram.destinationPort() : datagram.sourcePort();
    int serverPort = response ? datagram.sourcePort() : datagram.destinationPort();
    at = ProtobufWriter.putU32(message, at, 6, resolverPort);
    at = ProtobufWriter.putU32(message, at, 7, serverPort);
    at = ProtobufWriter.putI64(message, at, first, captured.epochNanos() / NANOS_A_SECOND);
    at =
        ProtobufWriter.putFixed32(
            message, at, first + 1, (int) (captured.epochNanos() % NANOS_A_SECOND));
    at =
        ProtobufWriter.putBytes(
            message, at, first + 2, bytes, datagram.payloadOffset(), datagram.payloadLength());
    write(at);
  }

  private void write(int messageOctets) {
    int end = ProtobufWriter.putBytes(frame, 4, 14, message, 0, messageOctets);
    end = ProtobufWriter.putU32(frame, end, 15, DnstapView.MESSAGE);
    Bytes.put32(frame, 0, end - 4);
    try {
      out.write(frame, 0, end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    messages++;
  }
}
