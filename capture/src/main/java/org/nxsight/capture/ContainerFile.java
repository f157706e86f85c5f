package org.nxsight.capture;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.ContainerState;
import org.nxsight.wire.nmsg.FragmentAssembler;

/** The NMSG containers of a file or stream, one behind the other, plain or compressed. */
public final class ContainerFile implements Closeable {
  private static final int BUFFER_OCTETS = 256 << 10;

  private final String name;
  private final InputStream in;
  private final FragmentAssembler fragments = new FragmentAssembler();
  private final ContainerReader reader = new ContainerReader(fragments);
  private byte[] container = new byte[BUFFER_OCTETS];
  private long containers;
  private long malformed;
  private long malformedOctets;

  private ContainerFile(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /**
   * Opens a file of NMSG containers.
   *
   * @throws UnreadableCaptureException when it does not begin with one
   * @throws IOException when it cannot be opened
   */
  public static ContainerFile open(Path file) throws IOException {
    return open(file.toString(), Files.newInputStream(file));
  }

  /** Opens a stream of NMSG containers, which is closed when it is none. */
  public static ContainerFile open(String name, InputStream stream) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream, BUFFER_OCTETS);
    boolean opened = false;
    try {
      CaptureFormat format = CaptureFile.probe(name, in);
      InputStream decompressed = CaptureFile.decompress(name, format, in);
      if (decompressed != null) {
        in = new BufferedInputStream(decompressed, BUFFER_OCTETS);
        format = CaptureFile.probe(name, in);
      }
      if (format != CaptureFormat.NMSG && format != CaptureFormat.EMPTY) {
        throw new UnreadableCaptureException(
            name + ": looks like " + format.description() + "; an NMSG file is needed", true);
      }
      opened = true;
      return new ContainerFile(name, in);
    } finally {
      if (!opened) {
        in.close();
      }
    }
  }

  /**
   * Goes to the next container that can be read; malformed ones in between are counted.
   *
   * @return false at the end
   * @throws UnreadableCaptureException when the file ends inside a container, or goes on with
   *     something else
   */
  public boolean next() throws IOException {
    while (true) {
      int read = read(0, ContainerReader.HEADER_OCTETS);
      if (read == 0) {
        return false;
      }
      int needed = ContainerReader.octetsNeeded(container, 0, read);
      if (needed == ContainerReader.MALFORMED) {
        ContainerState state = reader.open(container, 0, read);
        throw brokenOff("is no container (" + state.name().toLowerCase(Locale.ROOT) + ")");
      }
      if (needed > container.length) {
        container = Arrays.copyOf(container, needed);
      }
      read += read(read, needed - read);
      if (read < needed) {
        throw brokenOff("is cut off");
      }
      containers++;
      ContainerState state = reader.open(container, 0, needed);
      if (state == ContainerState.READABLE) {
        return true;
      }
      if (state.isMalformed()) {
        malformed++;
        malformedOctets += needed;
      }
    }
  }

  private int read(int at, int octets) throws IOException {
    try {
      return in.readNBytes(container, at, octets);
    } catch (Decompression.DamagedException e) {
      throw brokenOff("is lost, its compression being damaged (" + e.getMessage() + ")");
    }
  }

  private UnreadableCaptureException brokenOff(String what) {
    return new UnreadableCaptureException(
        String.format(
            Locale.ROOT, "%s: what stands behind container %,d %s", name, containers, what),
        containers == 0);
  }

  /** The container that {@link #next} went to, and its payloads. */
  public ContainerReader container() {
    return reader;
  }

  /** The containers that were malformed and passed over. */
  public long malformed() {
    return malformed;
  }

  /** The containers of which fragments are missing, so far. */
  long incomplete() {
    return fragments.incomplete() + fragments.evicted();
  }

  /** The octets of the malformed ones. */
  long malformedOctets() {
    return malformedOctets;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
