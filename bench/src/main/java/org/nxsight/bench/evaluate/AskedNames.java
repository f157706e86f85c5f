package org.nxsight.bench.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Diagnosis;
import org.nxsight.analysis.causes.Explainer;
import org.nxsight.analysis.causes.Failure;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.RecordTypes;

/** Labelled names in wire form, to be explained again and again. */
final class AskedNames {
  @SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody writes to them
  private record Asked(byte[] bytes, int qtype, int soaOffset) {}

  private final Failure failure = new Failure();
  private final List<Asked> asked = new ArrayList<>();

  AskedNames(List<LabelledName> names) {
    names.forEach(name -> asked.add(read(name)));
  }

  private static Asked read(LabelledName name) {
    byte[] qname = new byte[DnsNames.MAX_NAME_OCTETS];
    int octets = NameText.parse(name.qname(), qname);
    byte[] soa = new byte[DnsNames.MAX_NAME_OCTETS];
    boolean hasSoa = !name.soa().equals(LabelledName.NO_SOA);
    int soaOctets = hasSoa ? NameText.parse(name.soa(), soa) : 0;
    if (octets == NameText.MALFORMED || soaOctets == NameText.MALFORMED) {
      throw new IllegalArgumentException("no name: " + name);
    }
    byte[] bytes = Arrays.copyOf(qname, octets + soaOctets);
    System.arraycopy(soa, 0, bytes, octets, soaOctets);
    DnsNames.lowerCase(bytes, 0, bytes.length);
    return new Asked(bytes, Math.max(0, RecordTypes.number(name.qtype())), hasSoa ? octets : -1);
  }

  int count() {
    return asked.size();
  }

  Diagnosis explain(Explainer explainer, int number) {
    Asked name = asked.get(number);
    failure.set(name.bytes, 0, name.qtype, name.soaOffset);
    return explainer.explain(failure);
  }

  /** Explains all of them; the sum keeps the work from being left out. */
  int explainAll(Explainer explainer) {
    int sum = 0;
    for (int i = 0; i < asked.size(); i++) {
      Cause cause = explain(explainer, i).cause();
      sum += cause.ordinal();
    }
    return sum;
  }
}
