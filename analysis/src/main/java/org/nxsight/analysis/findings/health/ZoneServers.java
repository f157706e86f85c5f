package org.nxsight.analysis.findings.health;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.counting.KeyTable;

/**
 * Zones with errors, and how each of their servers does: how long it has failed without an answer
 * in between. A zone takes about 1.6 kB at most, all 4,096 of them 6.5 MB.
 */
final class ZoneServers {
  static final int ZONES = 1 << 12;

  /** Servers that are told apart; the others are only counted. */
  static final int SERVERS = 12;

  static final byte REFUSED = 1;
  static final byte FAILED = 2;
  static final byte BOGUS = 3;

  private static final int FEW_BITS = 5;
  private static final int EXAMPLES = 5;

  final KeyTable zones = new KeyTable(ZONES);
  final byte[][] names = new byte[ZONES][];
  final DistinctCounts qnames = new DistinctCounts(ZONES, FEW_BITS);
  final DistinctCounts resolvers = new DistinctCounts(ZONES, FEW_BITS);
  final DistinctCounts servers = new DistinctCounts(ZONES, 1 + FEW_BITS);
  final ExampleNames[] examples = new ExampleNames[ZONES];

  /** Extended errors that were seen, bits by their code. */
  final int[] extended = new int[ZONES];

  /** What was told of the zone, 1 + the ordinal of the kind; 0 when nothing was. */
  final byte[] told = new byte[ZONES];

  final long[] server = new long[ZONES * SERVERS];
  final byte[][] address = new byte[ZONES * SERVERS][];
  final int[] streak = new int[ZONES * SERVERS];
  final int[] firstSeconds = new int[ZONES * SERVERS];
  final int[] lastSeconds = new int[ZONES * SERVERS];
  final int[] servedSeconds = new int[ZONES * SERVERS];
  final byte[] how = new byte[ZONES * SERVERS];

  /** Whether the server was told of, so that its end is to be told, too. */
  final boolean[] lame = new boolean[ZONES * SERVERS];

  /** Forgets what a zone's slot holds. */
  void begin(int zone, byte[] name) {
    names[zone] = name;
    examples[zone] = new ExampleNames(EXAMPLES);
    told[zone] = 0;
    beginEpisode(zone);
    Arrays.fill(server, zone * SERVERS, (zone + 1) * SERVERS, 0);
  }

  /** Counts names and resolvers anew. */
  void beginEpisode(int zone) {
    qnames.clear(zone);
    resolvers.clear(zone);
    servers.clear(zone);
    extended[zone] = 0;
  }

  /** The entry of a server; -1 when it has none. */
  int find(int zone, long hash) {
    for (int i = zone * SERVERS; i < (zone + 1) * SERVERS && server[i] != 0; i++) {
      if (server[i] == hash) {
        return i;
      }
    }
    return -1;
  }

  /** The entry of a server, new if need be; -1 when there is no room. */
  int claim(int zone, long hash) {
    for (int i = zone * SERVERS; i < (zone + 1) * SERVERS; i++) {
      if (server[i] == 0) {
        server[i] = hash;
        address[i] = new byte[0];
        streak[i] = 0;
        firstSeconds[i] = 0;
        lastSeconds[i] = 0;
        servedSeconds[i] = 0;
        how[i] = 0;
        lame[i] = false;
      }
      if (server[i] == hash) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a server that was told of serves the zone again. */
  boolean hasEnded(int at) {
    return server[at] != 0 && lame[at] && servedSeconds[at] > lastSeconds[at];
  }

  void snapshot(DataOutput out) throws IOException {
    out.writeInt(zones.size());
    for (int zone = zones.next(0); zone >= 0; zone = zones.next(zone + 1)) {
      out.writeLong(zones.key(zone));
      out.writeInt(zones.usedSeconds(zone));
      write(out, names[zone]);
      qnames.snapshot(zone, out);
      resolvers.snapshot(zone, out);
      servers.snapshot(zone, out);
      examples[zone].snapshot(out);
      out.writeInt(extended[zone]);
      out.writeByte(told[zone]);
      for (int i = zone * SERVERS; i < (zone + 1) * SERVERS; i++) {
        out.writeLong(server[i]);
        if (server[i] != 0) {
          write(out, address[i]);
          out.writeInt(streak[i]);
          out.writeInt(firstSeconds[i]);
          out.writeInt(lastSeconds[i]);
          out.writeInt(servedSeconds[i]);
          out.writeByte(how[i]);
          out.writeBoolean(lame[i]);
        }
      }
    }
  }

  /**
   * Adds a snapshot; of a server that is known on both sides the one that was heard last counts.
   */
  void merge(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      int zone = zones.claim(in.readLong(), in.readInt() * 1_000_000_000L);
      byte[] name = read(in);
      if (zones.isFresh()) {
        begin(zone, name);
      }
      qnames.merge(zone, in);
      resolvers.merge(zone, in);
      servers.merge(zone, in);
      examples[zone].merge(in);
      extended[zone] |= in.readInt();
      told[zone] = (byte) Math.max(told[zone], in.readByte());
      for (int i = 0; i < SERVERS; i++) {
        long hash = in.readLong();
        if (hash != 0) {
          mergeServer(claim(zone, hash), in);
        }
      }
    }
  }

  private void mergeServer(int at, DataInput in) throws IOException {
    byte[] octets = read(in);
    int fails = in.readInt();
    int first = in.readInt();
    int last = in.readInt();
    int served = in.readInt();
    byte as = in.readByte();
    boolean told = in.readBoolean();
    if (at >= 0 && Math.max(last, served) > Math.max(lastSeconds[at], servedSeconds[at])) {
      address[at] = octets;
      streak[at] = fails;
      firstSeconds[at] = first;
      lastSeconds[at] = last;
      servedSeconds[at] = served;
      how[at] = as;
      lame[at] = told;
    }
  }

  private static void write(DataOutput out, byte @Nullable [] octets) throws IOException {
    out.writeByte(octets == null ? 0 : octets.length);
    out.write(octets == null ? new byte[0] : octets);
  }

  private static byte[] read(DataInput in) throws IOException {
    byte[] octets = new byte[in.readUnsignedByte()];
    in.readFully(octets);
    return octets;
  }
}
