/**
 * Names that a program generated: language models, and generators written after the descriptions of
 * known families.
 */
@NullMarked
package org.nxsight.analysis.dga;

import org.jspecify.annotations.NullMarked;
