package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.dns.DnsMessageView.Shape;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;

/** Messages that dnsjava wrote, compressed as it does, must read as dnsjava meant them. */
class DnsMessageDnsjavaTest {
  private static final int MESSAGES = 20_000;

  private final DnsMessageView view = new DnsMessageView();

  @Test
  void readsWhatDnsjavaWrote() throws IOException {
    long seed = System.nanoTime();
    System.out.println("DnsMessageDnsjavaTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < MESSAGES; i++) {
      Message written = message(random);
      byte[] wire = written.toWire();
      String at = "seed " + seed + ", message " + i;

      assertThat(view.wrap(wire, 0, wire.length)).as(at).isEqualTo(Shape.WELL_FORMED);
      assertThat(view.scanRecords()).as(at).isTrue();
      assertThat(view.id()).isEqualTo(written.getHeader().getID());
      assertThat(view.isResponse()).isEqualTo(written.getHeader().getFlag(Flags.QR));
      assertThat(view.recursionDesired()).isEqualTo(written.getHeader().getFlag(Flags.RD));
      assertThat(view.rcode()).as(at).isEqualTo(written.getRcode());
      assertThat(view.hasEdns()).as(at).isEqualTo(written.getOPT() != null);
      assertThat(view.edeCode()).as(at).isEqualTo(edeOf(written));
      assertThatTheQuestionIs(written.getQuestion(), wire, at);
      assertThat(soaOwner(wire)).as(at).isEqualTo(soaOwnerOf(written));
    }
  }

  private void assertThatTheQuestionIs(Record question, byte[] wire, String at) {
    int start = view.qnameOffset();
    assertThat(Arrays.copyOfRange(wire, start, start + view.qnameLength()))
        .as(at)
        .isEqualTo(question.getName().toWire());
    assertThat(view.qtype()).isEqualTo(question.getType());
    assertThat(view.qclass()).isEqualTo(question.getDClass());
  }

  private byte[] soaOwner(byte[] wire) {
    if (view.soaOwnerOffset() < 0) {
      return new byte[0];
    }
    byte[] owner = new byte[DnsNames.MAX_NAME_OCTETS];
    int length = DnsNames.unpack(wire, 0, view.soaOwnerOffset(), wire.length, owner, 0);
    return Arrays.copyOf(owner, length);
  }

  private static byte[] soaOwnerOf(Message message) {
    return message.getSection(Section.AUTHORITY).stream()
        .filter(SOARecord.class::isInstance)
        .findFirst()
        .map(soa -> soa.getName().toWire())
        .orElse(new byte[0]);
  }

  private static int edeOf(Message message) {
    OPTRecord opt = message.getOPT();
    return opt == null || opt.getOptions().isEmpty()
        ? -1
        : ((ExtendedErrorCodeOption) opt.getOptions().getFirst()).getErrorCode();
  }

  private static Message message(Random random) throws IOException {
    Name qname = name(random);
    Message message = new Message(random.nextInt(1 << 16));
    message.getHeader().setRcode(random.nextInt(16));
    message.addRecord(Record.newRecord(qname, 1 + random.nextInt(40), DClass.IN), Section.QUESTION);
    for (int flag : new int[] {Flags.QR, Flags.RD, Flags.AA}) {
      if (random.nextBoolean()) {
        message.getHeader().setFlag(flag);
      }
    }
    for (int section : new int[] {Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL}) {
      for (int i = random.nextInt(4); i > 0; i--) {
        message.addRecord(record(random, qname), section);
      }
    }
    if (random.nextBoolean()) {
      List<ExtendedErrorCodeOption> options =
          random.nextBoolean()
              ? List.of(new ExtendedErrorCodeOption(random.nextInt(1 << 16)))
              : List.of();
      message.addRecord(
          new OPTRecord(1232, random.nextInt(256), 0, 0, List.copyOf(options)), Section.ADDITIONAL);
    }
    return message;
  }

  private static Record record(Random random, Name qname) throws IOException {
    Name owner = random.nextBoolean() ? qname : name(random);
    return switch (random.nextInt(4)) {
      case 0 ->
          new ARecord(owner, DClass.IN, 60, InetAddress.getByAddress(new byte[] {1, 2, 3, 4}));
      case 1 -> new CNAMERecord(owner, DClass.IN, 60, name(random));
      case 2 -> new NSRecord(owner, DClass.IN, 60, qname);
      default -> new SOARecord(owner, DClass.IN, 60, qname, owner, 1, 2, 3, 4, 5);
    };
  }

  /** One to six labels of random octets, in a few zones so that there is something to compress. */
  private static Name name(Random random) throws TextParseException {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      for (int j = 1 + random.nextInt(8); j > 0; j--) {
        text.append(String.format(Locale.ROOT, "\\%03d", random.nextInt(256)));
      }
      text.append('.');
    }
    return Name.fromString(text + (random.nextBoolean() ? "Example." : "zone.Example."));
  }
}
