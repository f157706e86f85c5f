/** Domain-generation algorithms of known malware, and the tables of the names they give. */
@NullMarked
package org.nxsight.analysis.dga.families;

import org.jspecify.annotations.NullMarked;
