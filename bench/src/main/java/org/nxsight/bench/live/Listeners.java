package org.nxsight.bench.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Connections that each read a stream and throw it away. */
final class Listeners implements AutoCloseable {
  private final List<Socket> sockets = new ArrayList<>();
  private final AtomicLong octets = new AtomicLong();

  /** Connects all of them, half to each channel, and returns when each stream has begun. */
  Listeners(int port, List<String> watches) throws IOException {
    for (int i = 0; i < watches.size(); i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.add(socket);
      String request =
          "GET /api/v1/channels/"
              + (i % 2 == 0 ? "ch221" : "ch220")
              + "/live?watch="
              + watches.get(i)
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      if (socket.getInputStream().read() != 'H') {
        throw new IOException("listener " + i + " was not let in");
      }
      Thread.ofVirtual().start(() -> read(socket));
    }
  }

  private void read(Socket socket) {
    byte[] block = new byte[1 << 14];
    try {
      for (int read = 0; read >= 0; read = socket.getInputStream().read(block)) {
        octets.addAndGet(read);
      }
    } catch (IOException e) {
      // The run has ended.
    }
  }

  long octets() {
    return octets.get();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
