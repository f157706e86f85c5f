/** Questions to DNS lists: which list was asked, about what. */
@NullMarked
package org.nxsight.analysis.dnsbl;

import org.jspecify.annotations.NullMarked;
