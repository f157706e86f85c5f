package org.nxsight.store.history;

import java.util.ArrayList;
import java.util.List;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.NamePattern;
import org.nxsight.wire.dns.NameText;

/** The names above a name. */
final class Above {
  private Above() {}

  /** From its parent up to the top-level domain; none of the root, nor of a top-level domain. */
  static List<NamePattern> of(NamePattern name) throws BadQuestionException {
    byte[] wire = new byte[255];
    int octets = NameText.parse(name.name(), wire);
    List<NamePattern> above = new ArrayList<>();
    int at = octets > 1 ? 1 + wire[0] : octets;
    while (at < octets - 1) {
      above.add(NamePattern.parse(NameText.of(wire, at, octets - at)));
      at += 1 + wire[at];
    }
    return above;
  }
}
