/** Sockets on which resolvers and sensors report: dnstap and NMSG. */
@NullMarked
package org.nxsight.capture.tap;

import org.jspecify.annotations.NullMarked;
