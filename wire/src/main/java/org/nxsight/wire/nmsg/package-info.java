/**
 * NMSG, the container that channels travel in, and the payloads our channels carry: containers,
 * fragments, {@code base:dnsqr}, {@code SIE:dnsnx} and {@code SIE:dnsdedupe} as bytes.
 */
@NullMarked
package org.nxsight.wire.nmsg;

import org.jspecify.annotations.NullMarked;
