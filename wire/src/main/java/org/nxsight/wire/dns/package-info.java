@NullMarked
package org.nxsight.wire.dns;

import org.jspecify.annotations.NullMarked;
