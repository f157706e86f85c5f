package org.nxsight.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.nxsight.channels.answers.AnswerCounts;
import org.nxsight.channels.answers.Refusal;
import org.nxsight.channels.answers.ResponseKind;
import org.nxsight.channels.answers.Unread;
import org.nxsight.channels.answers.ZoneSource;

/** What became of answers, under the names that summaries use; what did not occur is left out. */
final class AnswerNames {
  private AnswerNames() {}

  /** The RRsets that were refused, by reason. */
  static Map<String, Long> refused(AnswerCounts counts) {
    return byName(Refusal.values(), counts::refused);
  }

  /** The responses from which nothing was read, by reason. */
  static Map<String, Long> unread(AnswerCounts counts) {
    return byName(Unread.values(), counts::unread);
  }

  /** The responses of each kind. */
  static Map<String, Long> kinds(AnswerCounts counts) {
    return byName(ResponseKind.values(), counts::of);
  }

  /** The responses by what told their zone. */
  static Map<String, Long> zoneSources(AnswerCounts counts) {
    return byName(ZoneSource.values(), counts::of);
  }

  /** The RRsets that are kept apart because nobody can tell whether the server had a say. */
  static long unplaced(AnswerCounts counts) {
    long unplaced = 0;
    for (Refusal reason : Refusal.values()) {
      unplaced += reason.isUnplaced() ? counts.refused(reason) : 0;
    }
    return unplaced;
  }

  private static <E extends Enum<E>> Map<String, Long> byName(E[] all, ToLongFunction<E> count) {
    Map<String, Long> byName = new LinkedHashMap<>();
    for (E each : all) {
      if (count.applyAsLong(each) > 0) {
        byName.put(each.name().toLowerCase(Locale.ROOT), count.applyAsLong(each));
      }
    }
    return byName;
  }
}
