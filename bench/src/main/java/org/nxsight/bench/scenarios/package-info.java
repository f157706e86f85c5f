/**
 * Traffic of many resolvers over hours and days, with things happening in it that are known: what
 * findings are to be made of, and what they are not to be made of.
 */
@NullMarked
package org.nxsight.bench.scenarios;

import org.jspecify.annotations.NullMarked;
