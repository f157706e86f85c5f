package org.nxsight.capture.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program for the kernel's classic packet filter, written instruction by instruction with labels
 * to jump to. (McCanne and Jacobson: The BSD Packet Filter, 1993; Linux: networking/filter.rst.)
 *
 * <pre>
 *   0       2             3              4
 *   +-------+-------------+--------------+-------+
 *   | code  | jump by, if | jump by, if  | k     |
 *   | u16   | true u8     | false u8     | u32   |     one instruction, 8 octets
 *   +-------+-------------+--------------+-------+
 * </pre>
 *
 * <p>There are an accumulator A and an index register X. A load outside the packet ends the program
 * and refuses the packet.
 */
final class BpfProgram {
  /** The longest program the kernel takes (BPF_MAXINSNS). */
  static final int MAX_INSTRUCTIONS = 4096;

  static final int LOAD_WORD = 0x20; // A = four octets at k
  static final int LOAD_HALF = 0x28; // A = two octets at k
  static final int LOAD_HALF_X = 0x48; // A = two octets at X + k
  static final int LOAD_OCTET_X = 0x50; // A = the octet at X + k
  static final int SET_X = 0x01; // X = k
  static final int ADD = 0x04; // A += k
  static final int ADD_X = 0x0c; // A += X
  static final int AND = 0x54; // A &= k
  static final int SHIFT_LEFT = 0x64; // A <<= k
  static final int JUMP = 0x05; // by k
  static final int JUMP_IF_EQUAL = 0x15; // A == k
  static final int JUMP_IF_ANY_BIT = 0x45; // (A & k) != 0
  static final int RETURN = 0x06; // accept the first k octets; 0 refuses
  static final int A_TO_X = 0x07; // X = A
  static final int X_TO_A = 0x87; // A = X

  /** One instruction, as drawn above. */
  record Instruction(int code, int ifTrue, int ifFalse, int k) {}

  /** An instruction whose jump is not known yet; the label is empty when it does not jump. */
  private record Draft(int code, String ifTrue, int ifFalse, int k) {}

  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();

  /** Appends an instruction that does not jump. */
  BpfProgram add(int code, int k) {
    drafts.add(new Draft(code, "", 0, k));
    return this;
  }

  /** Appends a comparison that jumps forward to {@code label} when it holds. */
  BpfProgram addJump(int code, int k, String label) {
    drafts.add(new Draft(code, label, 0, k));
    return this;
  }

  /** Appends a comparison without which the next instruction is skipped. */
  BpfProgram addOrSkip(int code, int k) {
    drafts.add(new Draft(code, "", 1, k));
    return this;
  }

  /** Appends a jump forward to {@code label}, however far. */
  BpfProgram jump(String label) {
    drafts.add(new Draft(JUMP, label, 0, 0));
    return this;
  }

  /** Names the next instruction. */
  BpfProgram label(String label) {
    labels.put(label, drafts.size());
    return this;
  }

  /** The finished program. */
  List<Instruction> instructions() {
    List<Instruction> finished = new ArrayList<>();
    for (Draft draft : drafts) {
      int by = draft.ifTrue.isEmpty() ? 0 : distance(draft.ifTrue, finished.size());
      if (draft.code == JUMP) {
        finished.add(new Instruction(JUMP, 0, 0, by));
      } else if (by <= 255) {
        finished.add(new Instruction(draft.code, by, draft.ifFalse, draft.k));
      } else {
        throw new IllegalStateException(draft.ifTrue + " is too far away for a comparison");
      }
    }
    if (finished.size() > MAX_INSTRUCTIONS) {
      throw new IllegalStateException("the kernel takes " + MAX_INSTRUCTIONS + " instructions");
    }
    return finished;
  }

  private int distance(String label, int from) {
    Integer to = labels.get(label);
    if (to == null || to <= from) {
      throw new IllegalStateException("there is no label " + label + " ahead");
    }
    return to - from - 1;
  }
}
