package org.nxsight.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.AnsweredBefore;
import org.nxsight.analysis.causes.Diagnosis;
import org.nxsight.analysis.causes.Failure;
import org.nxsight.analysis.dnsbl.ListQuery;
import org.nxsight.analysis.dnsbl.ListSentence;
import org.nxsight.analysis.typo.TypoMatch;
import org.nxsight.wire.dns.NameText;

/** A diagnosis as some lines for a person. */
final class ExplanationText {
  private ExplanationText() {}

  static void append(StringBuilder out, Failure failure, Diagnosis diagnosis) {
    ListQuery list = diagnosis.list();
    if (list == null) {
      name(out, failure.bytes(), failure.qnameOffset());
    } else {
      list.appendRedactedName(out);
    }
    out.append('\n');
    line(
        out,
        "cause",
        String.format(
            Locale.ROOT, "%s (%.0f %%)", diagnosis.cause(), 100 * diagnosis.confidence()));
    line(out, "which means", sentence(diagnosis, list));
    line(out, "because", diagnosis.sign().sentence());
    line(out, "scope", failure.cut().scope().name());
    if (failure.cut().cutOffset() >= 0) {
      StringBuilder cut = new StringBuilder();
      name(cut, failure.bytes(), failure.cut().cutOffset());
      line(out, "cut", cut);
    }
    answered(out, AnsweredBefore.of(failure, diagnosis));
    TypoMatch typo = diagnosis.typo();
    if (typo != null && typo.target() != null) {
      line(out, "near", typo.target().domain() + " (" + typo.typoClass() + ")");
    }
    if (diagnosis.family() != null) {
      String day = diagnosis.day();
      line(out, "family", diagnosis.family() + (day == null ? "" : ", for " + day));
    }
    if (diagnosis.score() >= 0) {
      line(out, "generated", String.format(Locale.ROOT, "score %.3f of 1", diagnosis.score()));
    }
  }

  private static void answered(StringBuilder out, @Nullable AnsweredBefore answered) {
    if (answered == null) {
      return;
    }
    line(
        out,
        "answered",
        String.format(
            Locale.ROOT,
            "%s from %s to %s, %.1f days ago",
            answered.name(),
            answered.first(),
            answered.last(),
            answered.silentDays()));
    if (answered.isGone() && !answered.isSure()) {
      line(out, "", "after 7 days of silence this would be sure");
    }
  }

  private static String sentence(Diagnosis diagnosis, @Nullable ListQuery list) {
    if (list == null) {
      return diagnosis.cause().sentence();
    }
    StringBuilder sentence = new StringBuilder();
    ListSentence.append(sentence, list);
    return sentence.toString();
  }

  private static void line(StringBuilder out, String key, CharSequence value) {
    out.append(String.format(Locale.ROOT, "  %-12s ", key)).append(value).append('\n');
  }

  private static void name(StringBuilder out, byte[] bytes, int offset) {
    int end = offset;
    while (bytes[end] != 0) {
      end += 1 + bytes[end];
    }
    NameText.append(out, bytes, offset, end + 1 - offset);
  }
}
