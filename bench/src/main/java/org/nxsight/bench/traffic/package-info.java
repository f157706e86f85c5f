/**
 * Resolver-to-authority traffic made up from a seed, written as a capture whose every packet's fate
 * is known.
 */
@NullMarked
package org.nxsight.bench.traffic;

import org.jspecify.annotations.NullMarked;
