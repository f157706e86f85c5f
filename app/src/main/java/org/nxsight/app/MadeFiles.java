package org.nxsight.app;

import java.util.ArrayList;
import java.util.List;

/**
 * The files that came of a batch of input files, which a journal notes under one list of names:
 * those of the channels as they are, those of the store behind {@code store/}.
 *
 * @param channel as {@link org.nxsight.channels.SealedFiles#names}
 * @param store as {@link org.nxsight.store.writing.StoreWriter#seal}
 */
record MadeFiles(List<String> channel, List<String> store) {
  private static final String STORE = "store/";

  /** Reads what {@link #names} gave. */
  static MadeFiles of(List<String> names) {
    return new MadeFiles(
        names.stream().filter(name -> !name.startsWith(STORE)).toList(),
        names.stream()
            .filter(name -> name.startsWith(STORE))
            .map(name -> name.substring(STORE.length()))
            .toList());
  }

  /** One list of all. */
  List<String> names() {
    List<String> names = new ArrayList<>(channel);
    store.forEach(name -> names.add(STORE + name));
    return names;
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return channel.isEmpty() && store.isEmpty();
  }
}
