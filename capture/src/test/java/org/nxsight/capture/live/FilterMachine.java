package org.nxsight.capture.live;

import java.util.List;
import org.nxsight.wire.Bytes;

/** The kernel's classic packet filter in small: runs a program over one packet. */
final class FilterMachine {
  private final List<BpfProgram.Instruction> program;
  private int protocol;
  private int packetType;
  private int hardwareType = InterfaceInfo.ETHERNET;

  FilterMachine(BpfProgram program) {
    this.program = program.instructions();
  }

  /** What the kernel knows of the packet besides its octets. */
  FilterMachine withKnowledge(int protocol, int packetType, int hardwareType) {
    this.protocol = protocol;
    this.packetType = packetType;
    this.hardwareType = hardwareType;
    return this;
  }

  boolean passes(byte[] packet) {
    return passes(packet, 0, packet.length);
  }

  boolean passes(byte[] bytes, int offset, int length) {
    return run(bytes, offset, length) != 0;
  }

  /** What the program returns; 0 when it loads outside the packet. */
  int run(byte[] bytes, int offset, int length) {
    int[] scratch = new int[16];
    int a = 0;
    int x = 0;
    for (int at = 0; ; at++) {
      BpfProgram.Instruction now = program.get(at);
      int k = now.k();
      switch (now.code()) {
        case 0x01 -> x = k;
        case 0x07 -> x = a;
        case 0x87 -> a = x;
        case 0x02 -> scratch[k] = a;
        case 0x03 -> scratch[k] = x;
        case 0x60 -> a = scratch[k];
        case 0x61 -> x = scratch[k];
        case 0x24 -> a *= k;
        case 0x74 -> a >>>= k;
        case 0xac -> a ^= x;
        case 0x04 -> a += k;
        case 0x0c -> a += x;
        case 0x54 -> a &= k;
        case 0x64 -> a <<= k;
        case 0x05 -> at += k;
        case 0x15 -> at += a == k ? now.ifTrue() : now.ifFalse();
        case 0x45 -> at += (a & k) != 0 ? now.ifTrue() : now.ifFalse();
        case 0x06 -> {
          return k;
        }
        case 0x16 -> {
          return a;
        }
        case 0x20, 0x28, 0x40, 0x48, 0x50 -> {
          if (now.code() == 0x20 && k < 0) {
            a = knowledge(k);
            continue;
          }
          int octets = (now.code() & 0x18) == 0 ? 4 : (now.code() & 0x18) == 0x10 ? 1 : 2;
          int from = (now.code() & 0x40) != 0 ? x + k : k;
          if (from < 0 || from > length - octets) {
            return 0;
          }
          a = load(bytes, offset + from, octets);
        }
        default -> throw new AssertionError("unknown code " + now.code());
      }
    }
  }

  private static int load(byte[] bytes, int at, int octets) {
    return switch (octets) {
      case 1 -> Bytes.u8(bytes, at);
      case 2 -> Bytes.u16(bytes, at);
      default -> Bytes.i32(bytes, at);
    };
  }

  private int knowledge(int k) {
    return switch (k + 0x1000) {
      case 0 -> protocol;
      case 4 -> packetType;
      case 28 -> hardwareType;
      default -> throw new AssertionError("nothing is known at " + k);
    };
  }
}
