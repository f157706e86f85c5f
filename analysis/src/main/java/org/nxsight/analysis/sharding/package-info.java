/**
 * The analysis of one stream by many tasks: what belongs together goes to one of a fixed number of
 * shards, stages of shards pass messages, and what they sight becomes findings in one place. It
 * knows no engine that runs it.
 */
@NullMarked
package org.nxsight.analysis.sharding;

import org.jspecify.annotations.NullMarked;
