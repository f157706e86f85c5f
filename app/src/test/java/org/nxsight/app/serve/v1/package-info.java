@NullMarked
package org.nxsight.app.serve.v1;

import org.jspecify.annotations.NullMarked;
