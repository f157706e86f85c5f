/**
 * Where the existing part of a name ends: scope, cut, public suffixes, delegated and special-use
 * TLDs.
 */
@NullMarked
package org.nxsight.analysis.cut;

import org.jspecify.annotations.NullMarked;
