/** IP datagrams that come in fragments, of both families, made whole again. */
@NullMarked
package org.nxsight.capture.fragment;

import org.jspecify.annotations.NullMarked;
