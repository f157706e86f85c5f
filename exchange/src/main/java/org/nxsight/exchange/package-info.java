@NullMarked
package org.nxsight.exchange;

import org.jspecify.annotations.NullMarked;
