/** Zones and servers that do not answer as they should, found in the errors of channel 220. */
@NullMarked
package org.nxsight.analysis.findings.health;

import org.jspecify.annotations.NullMarked;
