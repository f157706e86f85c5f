package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Conficker A, B and C, all of one scheme: 250 names a day of A and B, 50,000 of C.
 *
 * <p>Lengths of A and B are a signed remainder of 4 plus 8, so 5 to 11 letters; of C an unsigned
 * one of 6 plus 4.
 */
final class Conficker {
  private static final String SOURCE =
      "P. Porras, H. Saidi and V. Yegneswaran, An Analysis of Conficker's Logic and Rendezvous"
          + " Points, SRI 2009; F. Leder and T. Werner, Containing Conficker, 2009";
  private static final String[] SUFFIXES_A = {"com", "net", "org", "info", "biz"};
  private static final String[] SUFFIXES_B = {"cc", "cn", "ws", "com", "net", "org", "info", "biz"};

  private Conficker() {}

  static List<Family> families() {
    return List.of(
        draft("conficker-a", 250, SUFFIXES_A).exact().by((seed, day, n, out) -> a(day, n, out)),
        draft("conficker-b", 250, SUFFIXES_B).exact().by((seed, day, n, out) -> b(day, n, out)),
        draft("conficker-c", 50_000, ConfickerSuffixes.ALL)
            .by((seed, day, n, out) -> c(day, n, out)));
  }

  private static FamilyDraft draft(String name, int names, String... suffixes) {
    return Family.named(name).perDay(names).dead().under(suffixes).describedIn(SOURCE);
  }

  private static void a(LocalDate day, int count, Consumer<String> out) {
    ConfickerNumbers numbers =
        ConfickerNumbers.of(
            day, 0x463da5676L, 0x58028e44000L, 0xb46a7637L, 0x64236735, 0.737565675);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      appendLetters(name, 8 + numbers.next() % 4, numbers);
      int suffix = Integer.remainderUnsigned(numbers.next(), SUFFIXES_A.length);
      out.accept(name.append(SUFFIXES_A[suffix]).toString());
    }
  }

  private static void b(LocalDate day, int count, Consumer<String> out) {
    ConfickerNumbers numbers =
        ConfickerNumbers.of(
            day, 0x352c94565L, 0x58028e44000L, 0xa3596526L, 0x53125624, 0.626454564);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      appendLetters(name, 8 + numbers.next() % 4, numbers);
      out.accept(name.append(SUFFIXES_B[numbers.next() & 7]).toString());
    }
  }

  private static void c(LocalDate day, int count, Consumer<String> out) {
    ConfickerNumbers numbers =
        ConfickerNumbers.of(
            day, 0x2682d10b7L, 0x19254d38000L, 0xf1e34a09L, 0x4f3d859e, 0.946270391);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      appendLetters(name, 4 + Math.abs(numbers.next() % 6), numbers);
      int suffix = Math.abs(numbers.next() % ConfickerSuffixes.ALL.length);
      out.accept(name.append(ConfickerSuffixes.ALL[suffix]).toString());
    }
  }

  private static void appendLetters(StringBuilder name, int letters, ConfickerNumbers numbers) {
    name.setLength(0);
    for (int i = 0; i < letters; i++) {
      name.append((char) ('a' + Math.abs(numbers.next() % 26)));
    }
    name.append('.');
  }
}
