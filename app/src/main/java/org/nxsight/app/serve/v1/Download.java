package org.nxsight.app.serve.v1;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.nxsight.capture.ContainerFile;
import org.nxsight.channels.form.RecordJson;
import org.nxsight.wire.nmsg.ContainerWriter;
import org.nxsight.wire.nmsg.PayloadView;

/**
 * The records of channel files from one time to another. A file can have records that are older
 * than its interval, so each that begins before the end is read.
 */
final class Download {
  private static final int CONTAINER_OCTETS = 1 << 20;
  private static final int BLOCK_CHARACTERS = 64 << 10;

  private final List<ChannelFiles.File> files;
  private final long fromSeconds;
  private final long toSeconds;

  /**
   * @param toSeconds the first second behind
   */
  Download(List<ChannelFiles.File> files, long fromSeconds, long toSeconds) {
    this.files = files;
    this.fromSeconds = fromSeconds;
    this.toSeconds = toSeconds;
  }

  private interface PayloadTaker {
    void take(PayloadView payload) throws IOException;
  }

  private void read(PayloadTaker taker) throws IOException {
    for (ChannelFiles.File file : files) {
      try (ContainerFile containers = ContainerFile.open(file.path())) {
        while (containers.next()) {
          while (containers.container().next()) {
            PayloadView payload = containers.container().payload();
            if (isWanted(payload.timeSeconds())) {
              taker.take(payload);
            }
          }
        }
      }
    }
  }

  private boolean isWanted(long seconds) {
    return seconds >= fromSeconds && seconds < toSeconds;
  }

  /** Writes them as containers of up to 1 MiB, back to back. */
  void writeNmsg(OutputStream out) throws IOException {
    ContainerWriter container = new ContainerWriter(CONTAINER_OCTETS);
    read(payload -> {
      int at = open(container, payload);
      if (at < 0) {
        flush(container, out);
        at = open(container, payload);
      }
      System.arraycopy(payload.bytes(), payload.offset(), container.buffer(), at, payload.length());
      container.close();
    });
    flush(container, out);
  }

  private static int open(ContainerWriter container, PayloadView payload) {
    return container.open(
        payload.vendor(), payload.type(), payload.epochNanos(), payload.source(), payload.length());
  }

  private static void flush(ContainerWriter container, OutputStream out) throws IOException {
    if (container.payloads() > 0) {
      int length = container.finish();
      out.write(container.buffer(), container.start(), length);
      container.reset();
    }
  }

  /** Writes them as lines of JSON. */
  void writeJson(OutputStream out) throws IOException {
    RecordJson form = new RecordJson();
    StringBuilder block = new StringBuilder();
    read(payload -> {
      form.append(block, payload);
      if (block.length() >= BLOCK_CHARACTERS) {
        flush(block, out);
      }
    });
    flush(block, out);
  }

  private static void flush(StringBuilder block, OutputStream out) throws IOException {
    out.write(block.toString().getBytes(StandardCharsets.UTF_8));
    block.setLength(0);
  }

  /** Writes findings, which are lines of JSON already, by when they were told. */
  void writeFindings(OutputStream out) throws IOException {
    for (ChannelFiles.File file : files) {
      try (BufferedReader lines = Files.newBufferedReader(file.path(), StandardCharsets.UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (isWantedFinding(line)) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
  }

  private boolean isWantedFinding(String line) {
    try {
      return JsonParser.parseString(line) instanceof JsonObject finding
          && finding.has("updated")
          && isWanted(Instant.parse(finding.get("updated").getAsString()).getEpochSecond());
    } catch (JsonParseException | DateTimeException | UnsupportedOperationException e) {
      return false; // a line that a run left half-written
    }
  }
}
