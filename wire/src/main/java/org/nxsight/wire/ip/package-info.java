/** IP datagrams and their transport headers as views over bytes. */
@NullMarked
package org.nxsight.wire.ip;

import org.jspecify.annotations.NullMarked;
