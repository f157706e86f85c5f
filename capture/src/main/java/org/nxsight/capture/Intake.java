package org.nxsight.capture;

/**
 * Where a source hands on what it has: packets, dnstap frames or NMSG payloads, as it comes by
 * them.
 *
 * @param packets takes packets as they were captured
 * @param frames takes what resolvers report
 * @param payloads takes published observations
 */
public record Intake(PacketHandler packets, FrameHandler frames, PayloadHandler payloads) {}
