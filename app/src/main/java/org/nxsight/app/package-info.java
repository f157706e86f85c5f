@NullMarked
package org.nxsight.app;

import org.jspecify.annotations.NullMarked;
