package org.nxsight.capture.tcp;

import org.jspecify.annotations.Nullable;

/** Streams in the order in which they were last put in. */
final class AgeList {
  /** A stream's place in a list. */
  static final class Node {
    final Stream stream;
    private @Nullable Node older;
    private @Nullable Node newer;
    private @Nullable AgeList list;

    Node(Stream stream) {
      this.stream = stream;
    }

    /** Takes the stream out of the list it is in, if any. */
    void remove() {
      if (list != null) {
        list.unlink(this);
      }
    }
  }

  private @Nullable Node oldest;
  private @Nullable Node newest;

  /** The stream that was put in first, or null. */
  @Nullable Stream oldest() {
    return oldest == null ? null : oldest.stream;
  }

  /** Puts a stream at the end, from whatever list it was in. */
  void add(Node node) {
    node.remove();
    node.list = this;
    node.older = newest;
    if (newest == null) {
      oldest = node;
    } else {
      newest.newer = node;
    }
    newest = node;
  }

  private void unlink(Node node) {
    if (node.older == null) {
      oldest = node.newer;
    } else {
      node.older.newer = node.newer;
    }
    if (node.newer == null) {
      newest = node.older;
    } else {
      node.newer.older = node.older;
    }
    node.older = null;
    node.newer = null;
    node.list = null;
  }
}
