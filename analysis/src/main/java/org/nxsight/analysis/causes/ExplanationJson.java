package org.nxsight.analysis.causes;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.dnsbl.ListQuery;
import org.nxsight.analysis.dnsbl.ListSentence;
import org.nxsight.analysis.typo.Target;
import org.nxsight.analysis.typo.TypoMatch;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.JsonText;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.RecordTypes;

/**
 * A diagnosis as a JSON object in one line.
 *
 * <p>It is ASCII: octets of names that are none are escaped as in master files (RFC 1035, section
 * 5.1). The keys of lists' customers and the local parts of mail addresses are not in it.
 */
public final class ExplanationJson {
  private final StringBuilder scratch = new StringBuilder();
  private StringBuilder out = scratch;
  private boolean further;
  private String notes = "";

  /** Says in the evidence of the next object that a text could not be read. */
  public void noteUnread(String what, String text) {
    StringBuilder note = new StringBuilder(notes);
    note.append(",\"unread_").append(what).append("\":");
    JsonText.append(note, AskedName.escaped(text));
    notes = note.toString();
  }

  /** Appends the object; the diagnosis is of this failure. */
  public void append(StringBuilder json, Failure failure, Diagnosis diagnosis) {
    out = json;
    out.append('{');
    further = false;
    qname(failure, diagnosis.list());
    text("qtype", failure.qtype() == 0 ? null : RecordTypes.text(failure.qtype()));
    text("soa_rrname", name(failure.bytes(), failure.soaOffset()));
    text("cut", name(failure.bytes(), failure.cut().cutOffset()));
    text("scope", failure.cut().scope().name());
    text("cause", diagnosis.cause().name());
    key("confidence").append(decimal(diagnosis.confidence(), 2));
    key("evidence");
    evidence(failure, diagnosis);
    key("dga_score").append(decimal(Math.max(0, diagnosis.score()), 4));
    TypoMatch typo = diagnosis.typo();
    Target target = typo == null ? null : typo.target();
    text("typo_of", target == null ? null : target.domain());
    key("dnsbl");
    list(diagnosis.list());
    out.append('}');
  }

  private void qname(Failure failure, @Nullable ListQuery list) {
    if (list == null) {
      text("qname", name(failure.bytes(), failure.qnameOffset()));
    } else {
      scratch.setLength(0);
      list.appendRedactedName(scratch);
      text("qname", scratch);
    }
  }

  private void evidence(Failure failure, Diagnosis diagnosis) {
    out.append('{');
    further = false;
    text("sign", diagnosis.sign().key());
    text("because", diagnosis.sign().sentence());
    ListQuery list = diagnosis.list();
    if (list == null) {
      missing(failure);
      text("registrable", name(failure.bytes(), failure.cut().registrableOffset()));
    } else {
      scratch.setLength(0);
      list.appendList(scratch);
      text("list", scratch);
      scratch.setLength(0);
      ListSentence.append(scratch, list);
      text("sentence", scratch);
    }
    if (failure.edns() != Failure.Edns.UNKNOWN) {
      text("edns", failure.edns().key());
    }
    answered(AnsweredBefore.of(failure, diagnosis));
    TypoMatch typo = diagnosis.typo();
    if (typo != null && typo.typoClass() != null) {
      text("typo_class", String.valueOf(typo.typoClass()));
      key("typo_confidence").append(decimal(typo.confidence(), 2));
      key("typo_of_mail_provider").append(typo.isMailProvider());
    }
    String family = diagnosis.family();
    if (family != null) {
      text("family", family);
      text("day", diagnosis.day());
    }
    out.append(notes).append('}');
    notes = "";
    further = true;
  }

  private void answered(@Nullable AnsweredBefore answered) {
    if (answered == null) {
      return;
    }
    text("answered_name", answered.name());
    text("answered_first", answered.first().toString());
    text("answered_last", answered.last().toString());
    key("silent_days").append(decimal(answered.silentDays(), 2));
    if (answered.isGone() && !answered.isSure()) {
      key("sure_after_days").append(Remembered.SURE_DAYS);
    }
  }

  private void missing(Failure failure) {
    Cut cut = failure.cut();
    int octets = cut.missingTo() - cut.missingFrom();
    if (octets > 0) {
      scratch.setLength(0);
      NameText.append(scratch, failure.bytes(), cut.missingFrom(), octets);
      scratch.setLength(scratch.length() - 1); // the dot at the end
      text("missing", scratch);
    }
  }

  private void list(@Nullable ListQuery list) {
    if (list == null) {
      out.append("null");
      return;
    }
    out.append('{');
    further = false;
    scratch.setLength(0);
    list.appendZone(scratch);
    text("list", scratch);
    text("kind", list.kind().text());
    scratch.setLength(0);
    list.appendItem(scratch);
    text("item", scratch);
    out.append('}');
    further = true;
  }

  private @Nullable CharSequence name(byte[] bytes, int offset) {
    if (offset < 0) {
      return null;
    }
    int end = offset;
    while (bytes[end] != 0) {
      end += 1 + Bytes.u8(bytes, end);
    }
    scratch.setLength(0);
    NameText.append(scratch, bytes, offset, end + 1 - offset);
    return scratch;
  }

  private void text(String key, @Nullable CharSequence value) {
    key(key);
    if (value == null) {
      out.append("null");
    } else {
      JsonText.append(out, value);
    }
  }

  private StringBuilder key(String key) {
    out.append(further ? "," : "").append('"').append(key).append("\":");
    further = true;
    return out;
  }

  private static String decimal(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
