@NullMarked
package org.nxsight.wire.nmsg;

import org.jspecify.annotations.NullMarked;
