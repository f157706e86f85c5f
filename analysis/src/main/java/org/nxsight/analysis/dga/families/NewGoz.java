package org.nxsight.analysis.dga.families;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * newGOZ, the GameOver Zeus of July 2014 and after: the four words of an MD5 digest of counter and
 * date, each in base 36.
 */
final class NewGoz {
  static final Family FAMILY =
      Family.named("newgoz")
          .perDay(1000)
          .exact()
          .dead()
          .under("com", "org", "biz", "net")
          .describedIn("J. Bader, The DGA of newGOZ, 2014")
          .by((seed, day, count, out) -> names(day, count, out));

  private static final int SALT = 0x35190501;

  private NewGoz() {}

  private static void names(LocalDate day, int count, Consumer<String> out) {
    MessageDigest md5 = Digests.md5();
    ByteBuffer input = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      input.clear().putInt(i).putShort((short) day.getYear()).putInt(SALT);
      input.putShort((short) day.getMonthValue()).putInt(SALT);
      input.putShort((short) day.getDayOfMonth()).putInt(SALT);
      ByteBuffer words = ByteBuffer.wrap(md5.digest(input.array())).order(ByteOrder.LITTLE_ENDIAN);
      StringBuilder name = new StringBuilder();
      for (int j = 0; j < 4; j++) {
        name.append(Integer.toUnsignedString(words.getInt(), 36));
      }
      out.accept(name.append('.').append(suffix(i)).toString());
    }
  }

  private static String suffix(int counter) {
    if (counter % 4 == 0) {
      return "com";
    } else if (counter % 3 == 0) {
      return "org";
    } else {
      return counter % 2 == 0 ? "biz" : "net";
    }
  }
}
