@NullMarked
package org.nxsight.wire.ip;

import org.jspecify.annotations.NullMarked;
