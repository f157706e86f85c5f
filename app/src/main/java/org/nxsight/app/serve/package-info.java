/** The HTTP API over a store. */
@NullMarked
package org.nxsight.app.serve;

import org.jspecify.annotations.NullMarked;
