/** The formats of the field as bytes: what stands where, and what is malformed. */
@NullMarked
package org.nxsight.wire;

import org.jspecify.annotations.NullMarked;
