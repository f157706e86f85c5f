package org.nxsight.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An authority over UDP and TCP that answers by the first label of the name, and counts what it
 * heard and said: {@code nx...} does not exist, {@code ref...} is refused, {@code sil...} gets
 * silence, {@code tcp...} is truncated over UDP, and everything else has the address 192.0.2.1.
 */
final class TestAuthority implements AutoCloseable {
  private static final int MOST_OCTETS = 4096;
  private static final int NOERROR = 0;
  private static final int NXDOMAIN = 3;
  private static final int REFUSED = 5;
  private static final int TRUNCATED = 0x0200;

  final AtomicLong heard = new AtomicLong();
  final Map<Integer, Long> said = new ConcurrentHashMap<>();
  private final DatagramSocket udp;
  private final ServerSocket tcp;

  /** Listens on one address, on the same free port for both. */
  TestAuthority(InetAddress address) throws IOException {
    udp = new DatagramSocket(0, address);
    tcp = new ServerSocket(udp.getLocalPort(), 50, address);
    Thread.ofVirtual().start(this::serveUdp);
    Thread.ofVirtual().start(this::serveTcp);
  }

  int port() {
    return udp.getLocalPort();
  }

  /** The responses of all rcodes. */
  long saidInAll() {
    return said.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What it heard and said. */
  long messages() {
    return heard.get() + saidInAll();
  }

  private void serveUdp() {
    try {
      while (true) {
        DatagramPacket query = new DatagramPacket(new byte[MOST_OCTETS], MOST_OCTETS);
        udp.receive(query);
        byte[] response = respond(Arrays.copyOf(query.getData(), query.getLength()), true);
        if (response.length > 0) {
          udp.send(new DatagramPacket(response, response.length, query.getSocketAddress()));
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serveTcp() {
    try {
      while (true) {
        Socket client = tcp.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client;
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
      while (true) {
        byte[] query = in.readNBytes(in.readUnsignedShort());
        byte[] response = respond(query, false);
        byte[] framed = new byte[2 + response.length];
        ByteBuffer.wrap(framed).putShort((short) response.length).put(response);
        out.write(framed);
      }
    } catch (IOException e) {
      // it has closed the connection
    }
  }

  private byte[] respond(byte[] query, boolean overUdp) {
    heard.incrementAndGet();
    int end = 12;
    while (query[end] != 0) {
      end += 1 + query[end];
    }
    end += 5;
    String label =
        new String(query, 13, query[12], StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    if (label.startsWith("sil")) {
      return new byte[0];
    }
    int rcode = label.startsWith("nx") ? NXDOMAIN : label.startsWith("ref") ? REFUSED : NOERROR;
    boolean cut = overUdp && label.startsWith("tcp");
    boolean answered = rcode == NOERROR && !cut && query[end - 3] == 1;
    boolean denied = rcode == NXDOMAIN || (rcode == NOERROR && !cut && !answered);
    ByteBuffer out = ByteBuffer.allocate(MOST_OCTETS);
    out.put(query, 0, 2);
    out.putShort((short) (0x8400 | (cut ? TRUNCATED : 0) | rcode));
    out.putShort((short) 1).putShort((short) (answered ? 1 : 0));
    out.putShort((short) (denied ? 1 : 0)).putShort((short) 0);
    out.put(query, 12, end - 12);
    if (answered) {
      out.putShort((short) 0xc00c).putShort((short) 1).putShort((short) 1).putInt(1);
      out.putShort((short) 4).putInt(0xc0000201);
    } else if (denied) {
      out.put(new byte[] {4, 't', 'e', 's', 't', 0}).putShort((short) 6).putShort((short) 1);
      out.putInt(1).putShort((short) 22).putShort((short) 0);
      out.put(new byte[20]);
    }
    said.merge(rcode, 1L, Long::sum);
    return Arrays.copyOf(out.array(), out.position());
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }
}
