package org.nxsight.wire.nmsg;

/** What a container came to when it was opened: readable, or why not. */
public enum ContainerState {
  /** Its payloads can be read. */
  READABLE,
  /** It is one fragment of a container that is not complete yet. */
  FRAGMENT_HELD,
  /** It ends before the length its header tells. */
  TRUNCATED,
  /** It does not start with "NMSG". */
  NOT_NMSG,
  /** Its version is not 2. */
  UNKNOWN_VERSION,
  /** It has flags other than zlib and fragment. */
  UNKNOWN_FLAGS,
  /** It is longer than {@link ContainerReader#MAX_CONTAINER_OCTETS}, compressed or inflated. */
  TOO_LONG,
  /** Its compressed data are broken, or their length is not the one told. */
  BAD_ZLIB,
  /** It is no protocol buffer message of the container's kind. */
  BAD_PROTOBUF,
  /** It is a fragment without sense: number above the last, or a last number out of bounds. */
  BAD_FRAGMENT;

  /** Whether the container was malformed, so that it has to be counted as left out. */
  public boolean isMalformed() {
    return this != READABLE && this != FRAGMENT_HELD;
  }
}
