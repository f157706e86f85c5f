package org.nxsight.bench.stages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nxsight.bench.evaluate.LabelledName;
import org.nxsight.bench.evaluate.LabelledNames;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.RecordTypes;

/** Made-up missing names of all causes in wire form, each with the owner of its SOA behind it. */
final class DeniedNames {
  private static final long SEED = 7;

  private final List<byte[]> octets = new ArrayList<>();
  private final int[] qtypes;
  private final int[] soaOffsets;

  private DeniedNames(List<LabelledName> names) {
    qtypes = new int[names.size()];
    soaOffsets = new int[names.size()];
    byte[] both = new byte[2 * DnsNames.MAX_NAME_OCTETS];
    byte[] soa = new byte[DnsNames.MAX_NAME_OCTETS];
    for (LabelledName name : names) {
      int i = octets.size();
      int qname = NameText.parse(name.qname(), both);
      boolean hasSoa = !name.soa().equals(LabelledName.NO_SOA);
      int owner = hasSoa ? NameText.parse(name.soa(), soa) : 0;
      System.arraycopy(soa, 0, both, qname, owner);
      DnsNames.lowerCase(both, 0, qname + owner);
      octets.add(Arrays.copyOf(both, qname + owner));
      qtypes[i] = Math.max(0, RecordTypes.number(name.qtype()));
      soaOffsets[i] = hasSoa ? qname : -1;
    }
  }

  static DeniedNames of(int count, LocalDate day) {
    return new DeniedNames(new LabelledNames(SEED, day).next(count));
  }

  int count() {
    return qtypes.length;
  }

  /** A name, and behind it the owner of its SOA. */
  byte[] octets(int name) {
    return octets.get(name);
  }

  int qtype(int name) {
    return qtypes[name];
  }

  /** Where the owner of the SOA starts; -1 when there is none. */
  int soaOffset(int name) {
    return soaOffsets[name];
  }
}
