package org.nxsight.capture.tap;

import java.net.SocketAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was lost of numbered containers, told for each sender and sequence by the gaps
 * (farsightsec/nmsg, nmsg/input_seqsrc.c). A container that comes after a later one was late, not
 * lost; one that is far behind begins anew; one that was not missing, of the last 64, came before.
 *
 * <p>It keeps at most 4,096 sequences of about 200 octets each; the one that has been silent
 * longest is forgotten, and what it lost stays counted.
 */
final class SequenceLoss {
  static final int MOST_SEQUENCES = 4096;

  /** The sequences with losses that are told by name. */
  private static final int MOST_NAMED = 32;

  /** A number this far behind the next one is a restart: nobody holds so many containers back. */
  private static final int RESTART = -1024;

  private record Key(SocketAddress sender, long id) {}

  private static final class Sequence {
    int next;
    long lost;

    /** Which of the 64 numbers before the next one are missing, the latest lowest. */
    long missing;

    /** Goes on behind a number that is so many ahead of the next one. */
    void advance(int ahead) {
      missing = ahead < Long.SIZE - 1 ? missing << (ahead + 1) | ((1L << ahead) - 1) << 1 : ~1L;
      next += ahead + 1;
    }

    /** Whether a number so many behind the next one was missing; of older ones it is believed. */
    boolean wasMissing(int behind) {
      if (behind > Long.SIZE) {
        return true;
      }
      long bit = 1L << (behind - 1);
      boolean was = (missing & bit) != 0;
      missing &= ~bit;
      return was;
    }
  }

  private final Map<Key, Sequence> sequences = new LinkedHashMap<>(16, 0.75f, true);
  private long lost;
  private long late;
  private long repeated;
  private long forgotten;

  /** One container came. */
  void onContainer(SocketAddress sender, long id, int number) {
    Sequence sequence = sequences.get(new Key(sender, id));
    if (sequence == null) {
      sequence = add(new Key(sender, id));
      sequence.next = number;
    }
    int ahead = number - sequence.next;
    if (ahead >= 0) {
      lost += ahead;
      sequence.lost += ahead;
      sequence.advance(ahead);
    } else if (ahead < RESTART) {
      sequence.next = number + 1;
      sequence.missing = 0;
    } else if (!sequence.wasMissing(-ahead)) {
      repeated++;
    } else {
      late++;
      if (sequence.lost > 0) {
        lost--;
        sequence.lost--;
      }
    }
  }

  private Sequence add(Key key) {
    if (sequences.size() == MOST_SEQUENCES) {
      Iterator<Sequence> oldest = sequences.values().iterator();
      oldest.next();
      oldest.remove();
      forgotten++;
    }
    Sequence sequence = new Sequence();
    sequences.put(key, sequence);
    return sequence;
  }

  /** Adds what there is to tell, by name. */
  void addTo(Map<String, Long> counters) {
    counters.put("nmsg_containers_lost", lost);
    counters.put("nmsg_containers_late", late);
    counters.put("nmsg_containers_repeated", repeated);
    counters.put("nmsg_sequences_forgotten", forgotten);
    int named = 0;
    for (Map.Entry<Key, Sequence> entry : sequences.entrySet()) {
      if (entry.getValue().lost > 0 && named++ < MOST_NAMED) {
        counters.put(name(entry.getKey()), entry.getValue().lost);
      }
    }
  }

  private static String name(Key key) {
    String sender = key.sender().toString().replace("/", "");
    return String.format(Locale.ROOT, "nmsg_lost_from %s sequence %016x", sender, key.id());
  }
}
