@NullMarked
package org.nxsight.capture;

import org.jspecify.annotations.NullMarked;
