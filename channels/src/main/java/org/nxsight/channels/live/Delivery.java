package org.nxsight.channels.live;

/** What a subscriber gets: records, and in their place what it has lost. */
public sealed interface Delivery permits LiveRecord, Loss {}
