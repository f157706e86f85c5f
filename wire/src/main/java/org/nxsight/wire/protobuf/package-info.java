/**
 * Protocol buffer messages as bytes: their fields one by one, read from and written into arrays.
 */
@NullMarked
package org.nxsight.wire.protobuf;

import org.jspecify.annotations.NullMarked;
