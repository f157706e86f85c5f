package org.nxsight.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.wire.ip.DatagramBuilder;
import org.nxsight.wire.ip.DatagramView;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Captures for tests: pieces of a real one, and ones of failed look-ups that never were. */
final class CaptureWriting {
  private static final int HEADER_OCTETS = 24;
  private static final int RECORD_HEADER_OCTETS = 16;
  private static final int NANOSECOND_MAGIC = 0xa1b23c4d;
  private static final int LINKTYPE_RAW = 101;
  private static final int START_SECONDS = 1_795_492_800;
  private static final byte[] RESOLVER = {(byte) 192, 0, 2, 1};
  private static final byte[] SERVER = {(byte) 198, 51, 100, 53};

  private CaptureWriting() {}

  /** Cuts a capture of this machine's byte order into pieces of about as many packets each. */
  static List<byte[]> pieces(byte[] capture, int count) {
    ByteBuffer in = ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> starts = new ArrayList<>();
    for (int at = HEADER_OCTETS; at < capture.length; ) {
      starts.add(at);
      at += RECORD_HEADER_OCTETS + in.getInt(at + 8);
    }
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int start = starts.get(starts.size() * i / count);
      int end = i + 1 == count ? capture.length : starts.get(starts.size() * (i + 1) / count);
      ByteArrayOutputStream piece = new ByteArrayOutputStream();
      piece.write(capture, 0, HEADER_OCTETS);
      piece.write(capture, start, end - start);
      pieces.add(piece.toByteArray());
    }
    return pieces;
  }

  /**
   * A capture of whole exchanges, every one of which fails; all captures of different numbers have
   * different ones.
   */
  static byte[] failures(int number, int exchanges) throws IOException {
    ByteArrayOutputStream out = begun();
    for (int i = 0; i < exchanges; i++) {
      Name qname = Name.fromConstantString("n" + i + ".file" + number + ".example.");
      Message query = Message.newQuery(Record.newRecord(qname, Type.A, DClass.IN));
      query.getHeader().setID(i & 0xffff);
      Message response = new Message(i & 0xffff);
      response.getHeader().setFlag(Flags.QR);
      response.getHeader().setRcode(i % 3 == 0 ? Rcode.SERVFAIL : Rcode.NXDOMAIN);
      response.addRecord(query.getQuestion(), Section.QUESTION);
      add(out, START_SECONDS + number, 2 * i, query.toWire(), false);
      add(out, START_SECONDS + number, 2 * i + 1, response.toWire(), true);
    }
    return out.toByteArray();
  }

  private static ByteArrayOutputStream begun() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer header = ByteBuffer.allocate(HEADER_OCTETS).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(NANOSECOND_MAGIC).putShort((short) 2).putShort((short) 4);
    header.putLong(0).putInt(65_535).putInt(LINKTYPE_RAW);
    out.write(header.array());
    return out;
  }

  /**
   * A capture in which names are asked for and do not exist, some seconds after each other.
   *
   * @param startSeconds of the first, after the start of all captures
   * @param zone whose SOA says that they do not exist
   */
  static byte[] denials(int startSeconds, int gapSeconds, String zone, List<String> qnames)
      throws IOException {
    ByteArrayOutputStream out = begun();
    int seconds = START_SECONDS + startSeconds;
    for (int i = 0; i < qnames.size(); i++) {
      Name qname = Name.fromString(qnames.get(i));
      Message query = Message.newQuery(Record.newRecord(qname, Type.A, DClass.IN));
      query.getHeader().setID(i & 0xffff);
      Message response = new Message(i & 0xffff);
      response.getHeader().setFlag(Flags.QR);
      response.getHeader().setFlag(Flags.AA);
      response.getHeader().setRcode(Rcode.NXDOMAIN);
      response.addRecord(query.getQuestion(), Section.QUESTION);
      response.addRecord(
          Record.fromString(
              Name.fromString(zone), Type.SOA, DClass.IN, 60, "a.nic. b.nic. 1 2 3 4 5", Name.root),
          Section.AUTHORITY);
      add(out, seconds + i * gapSeconds, 0, query.toWire(), false);
      add(out, seconds + i * gapSeconds, 1_000_000, response.toWire(), true);
    }
    return out.toByteArray();
  }

  private static void add(
      ByteArrayOutputStream out, int seconds, int nanos, byte[] message, boolean isResponse)
      throws IOException {
    DatagramBuilder datagram = new DatagramBuilder();
    datagram.begin(false, DatagramView.UDP);
    if (isResponse) {
      datagram.setSource(SERVER, 0, 4, 53);
      datagram.setDestination(RESOLVER, 0, 4, 5353);
    } else {
      datagram.setSource(RESOLVER, 0, 4, 5353);
      datagram.setDestination(SERVER, 0, 4, 53);
    }
    datagram.finish(message, 0, message.length);
    ByteBuffer header = ByteBuffer.allocate(RECORD_HEADER_OCTETS).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(seconds).putInt(nanos).putInt(datagram.length()).putInt(datagram.length());
    out.write(header.array());
    out.write(datagram.bytes(), 0, datagram.length());
  }

  /** Writes a file under another name and moves it to its place. */
  static Path arrive(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, content);
    return Files.move(part, file);
  }
}
