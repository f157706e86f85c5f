package org.nxsight.analysis.findings.lists;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.AnswerRecords;
import org.nxsight.analysis.findings.NetworkSet;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Watchlists;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.NameText;

/**
 * A view of one exchange as one about somebody who may be known never to send mail: a question to a
 * list about them, or their own word on it.
 */
final class NeverMailLook {
  /** Preference 0 and the root (RFC 7505, section 3). */
  private static final int NULL_MX_OCTETS = 3;

  private static final NeverMailReason[] SPACES = {
    NeverMailReason.RESERVED, NeverMailReason.PRIVATE
  };
  private static final String SPF = "v=spf1";
  private static final String SPF_OF_NONE = "v=spf1-all";

  private final Watchlists watchlists;
  private final ListLook list = new ListLook();
  private final AnswerRecords records = new AnswerRecords();
  private final StringBuilder policy = new StringBuilder();

  private @Nullable NeverMailReason reason;
  private NetworkSet networks = NetworkSet.NONE;
  private int network;
  private int domainFrom;
  private int domainTo;
  private boolean asked;
  private boolean denied;
  private String word = "";

  NeverMailLook(Watchlists watchlists) {
    this.watchlists = watchlists;
  }

  /** Looks at an exchange, and returns the key of whom it is about; 0 when that is nobody. */
  long set(Observation observation) {
    reason = null;
    asked = false;
    denied = false;
    int qtype = observation.qtype();
    if (!observation.isFailure() && (qtype == AnswerRecords.TXT || qtype == AnswerRecords.MX)) {
      readWord(observation);
      if (!word.isEmpty()) {
        return observation.qnameHash();
      }
    }
    if (!ListLook.mayAsk(observation) || !list.set(observation) || !list.isAboutItem()) {
      return Operator.NO_KEY;
    }
    asked = true;
    return list.addressOctets() > 0 ? addressKey(observation) : domainKey(observation);
  }

  private long addressKey(Observation observation) {
    byte[] address = list.address();
    int octets = list.addressOctets();
    if (watchlists.neverMailAddresses().contains(address, 0, octets)) {
      reason = NeverMailReason.WATCHED;
      networks = watchlists.neverMailAddresses();
      network = networks.find(address, 0, octets);
      return observation.hash(address, 0, octets);
    }
    for (NeverMailReason each : SPACES) {
      int found = each.networks().find(address, 0, octets);
      if (found >= 0) {
        reason = each;
        networks = each.networks();
        network = found;
        // A place of its own for each network, beside all hashes.
        return Integer.toUnsignedLong(1 + found) << 1 | (each == NeverMailReason.PRIVATE ? 1 : 0);
      }
    }
    return Operator.NO_KEY;
  }

  private long domainKey(Observation observation) {
    domainTo = list.readDomain(observation);
    if (domainTo == 0) {
      return Operator.NO_KEY;
    }
    int watched = watchlists.neverMail().find(list.domain(), 0, domainTo);
    reason = watched < 0 ? null : NeverMailReason.WATCHED;
    domainFrom = Math.max(0, watched);
    return observation.hash(list.domain(), domainFrom, domainTo - domainFrom);
  }

  /** Reads whether the answer has an SPF policy or a null MX. */
  private void readWord(Observation observation) {
    word = "";
    int count = 0;
    boolean none = false;
    records.set(observation);
    while (records.next()) {
      if (records.type() != observation.qtype()) {
        continue;
      }
      count++;
      if (records.type() == AnswerRecords.MX) {
        word = "null MX";
        none =
            records.rdataOctets() == NULL_MX_OCTETS
                && Bytes.u8(records.bytes(), records.rdata() + 2) == 0;
      } else if (readPolicy()) {
        word = "v=spf1 -all";
        denied = SPF_OF_NONE.contentEquals(policy);
      }
    }
    if (observation.qtype() == AnswerRecords.MX) {
      denied = none && count == 1;
    }
  }

  /** Reads the strings of a TXT record without blanks; says whether they are an SPF policy. */
  private boolean readPolicy() {
    policy.setLength(0);
    int at = records.rdata();
    int end = at + records.rdataOctets();
    while (at < end) {
      int next = Math.min(end, at + 1 + Bytes.u8(records.bytes(), at));
      for (int i = at + 1; i < next; i++) {
        char octet = (char) Bytes.u8(records.bytes(), i);
        if (octet != ' ') {
          policy.append(octet >= 'A' && octet <= 'Z' ? (char) (octet | 0x20) : octet);
        }
      }
      at = next;
    }
    return policy.length() >= SPF.length()
        && SPF.contentEquals(policy.subSequence(0, SPF.length()));
  }

  /** Whether a list was asked about them. */
  boolean isAsked() {
    return asked;
  }

  /** Whether their own word is that they send none. */
  boolean isDenied() {
    return denied;
  }

  /** The record that says so. */
  String word() {
    return word;
  }

  /** Why they never send mail; null when only a published record can tell. */
  @Nullable NeverMailReason reason() {
    return reason;
  }

  ListLook list() {
    return list;
  }

  /** Whom it is about, for a person: an address, a network of special ones, or a domain. */
  String subject() {
    if (list.addressOctets() > 0) {
      return reason == NeverMailReason.WATCHED ? list.item() : networks.text(network);
    }
    StringBuilder text = new StringBuilder();
    NameText.append(text, list.domain(), domainFrom, domainTo - domainFrom);
    return text.toString();
  }

  /** The network that an address was found in; empty for a domain. */
  String network() {
    return list.addressOctets() > 0 ? networks.text(network) : "";
  }
}
