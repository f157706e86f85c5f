package org.nxsight.app;

/** Something that becomes true by and by. */
interface Condition {
  boolean holds() throws Exception;
}
