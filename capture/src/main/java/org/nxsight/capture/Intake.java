package org.nxsight.capture;

/**
 * Where a source hands on what it has: packets, DNS messages or NMSG payloads, as it comes by them.
 *
 * @param packets takes packets as they were captured
 * @param messages takes DNS messages that came without packets
 * @param payloads takes published observations
 */
public record Intake(PacketHandler packets, MessageHandler messages, PayloadHandler payloads) {}
