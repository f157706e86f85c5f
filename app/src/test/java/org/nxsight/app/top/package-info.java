@NullMarked
package org.nxsight.app.top;

import org.jspecify.annotations.NullMarked;
