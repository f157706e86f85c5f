package org.nxsight.store.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.memory.Existing;
import org.nxsight.analysis.memory.Memory;
import org.nxsight.analysis.memory.Recollection;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.NamePattern;
import org.nxsight.store.tables.StoreTables;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.RecordTypes;

/** What a store remembers of names: when they had records. */
public final class StoreMemory implements Memory {
  private static final long MICROS = 1_000_000;
  private static final String CNAME = "CNAME";

  private final Existence existence;

  /**
   * @param tables with {@link Existence#DATASETS} opened
   */
  public StoreMemory(StoreTables tables) {
    existence = new Existence(tables);
  }

  /**
   * @throws UncheckedIOException when the store cannot be read
   */
  @Override
  public void recall(byte[] name, int offset, int registrable, int qtype, Recollection into) {
    into.forget();
    try {
      Span span = existence.ofName(pattern(name, offset));
      if (span != null) {
        into.setName(
            span.firstMicros() / MICROS, span.lastMicros() / MICROS, hadType(span, qtype), true);
      }
      Span domain = registrable < 0 ? null : existence.inZone(pattern(name, registrable));
      if (domain != null) {
        into.setDomain(domain.firstMicros() / MICROS, domain.lastMicros() / MICROS, domain.name());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it had the type, or an alias, about when it had records last. */
  private static boolean hadType(Span span, int qtype) {
    long since = span.lastMicros() - Existing.LATELY_SECONDS * MICROS;
    return qtype == 0
        || span.typesLastMicros().getOrDefault(RecordTypes.text(qtype), Long.MIN_VALUE) >= since
        || span.typesLastMicros().getOrDefault(CNAME, Long.MIN_VALUE) >= since;
  }

  /** The owner of the SOA that denied a name last; null when none did, or it is no name. */
  public @Nullable String deniedBy(String name) throws IOException {
    try {
      return existence.deniedBy(NamePattern.parse(name));
    } catch (BadQuestionException e) {
      return null;
    }
  }

  private static NamePattern pattern(byte[] name, int offset) throws IOException {
    int end = offset;
    while (name[end] != 0) {
      end += 1 + name[end];
    }
    StringBuilder text = new StringBuilder();
    NameText.append(text, name, offset, end + 1 - offset);
    try {
      return NamePattern.parse(text.toString());
    } catch (BadQuestionException e) {
      throw new IOException("a name that is none: " + text, e);
    }
  }
}
