package org.nxsight.wire.dnstap;

/** What {@link FrameView} found at a place in a Frame Stream. */
public enum FrameKind {
  /** A data frame, whole. */
  DATA,
  /** A control frame, whole and well-formed. */
  CONTROL,
  /** The beginning of a frame; the rest has still to come. */
  INCOMPLETE,
  /** The beginning of a data frame longer than {@link FrameView#MAX_DATA_OCTETS}. */
  TOO_LONG,
  /** A control frame that is too long, too short, of no known type, or has a broken field. */
  BAD_CONTROL
}
