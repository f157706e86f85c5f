/**
 * Questions to the passive DNS database: what existed, from when to when, and what points where.
 */
@NullMarked
package org.nxsight.store.pdns;

import org.jspecify.annotations.NullMarked;
