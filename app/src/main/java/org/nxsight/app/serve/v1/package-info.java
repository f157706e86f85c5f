/** The HTTP API of version 1 over a store. */
@NullMarked
package org.nxsight.app.serve.v1;

import org.jspecify.annotations.NullMarked;
