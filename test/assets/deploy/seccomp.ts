// A filter of system calls for setpriv(1), as the kernel's classic BPF, for what a unit restricts by one.

export interface SeccompRules {
  /** Names as in RestrictAddressFamilies=. */
  families?: readonly string[];
  nativeOnly?: boolean;
  noSetId?: boolean;
  lockPersonality?: boolean;
}

const families: Readonly<Record<string, number>> = { AF_UNIX: 1, AF_INET: 2, AF_INET6: 10 };
const machines: Readonly<Record<string, { arch: number; calls: Record<string, number> }>> = {
  x64: {
    arch: 0xc000003e,
    calls: {
      socket: 41,
      personality: 135,
      chmod: 90,
      fchmod: 91,
      mkdir: 83,
      mkdirat: 258,
      fchmodat: 268,
    },
  },
  arm64: {
    arch: 0xc00000b7,
    calls: { socket: 198, personality: 92, fchmod: 52, mkdirat: 34, fchmodat: 53 },
  },
};
/** Which argument is the mode. */
const modeAt: Readonly<Record<string, number>> = {
  chmod: 1,
  fchmod: 1,
  mkdir: 1,
  mkdirat: 2,
  fchmodat: 2,
};
const loadWord = 0x20;
const jumpEqual = 0x15;
const jumpSet = 0x45;
const giveBack = 0x06;
const allow = 0x7fff0000;
const kill = 0x80000000;
const refuse = 0x00050000;
const notPermitted = 1;
const noSuchFamily = 97;
const setId = 0o6000;
const samePersonality = 0xffffffff;

type Step = [code: number, jumpTrue: number, jumpFalse: number, value: number];
const load = (offset: number): Step => [loadWord, 0, 0, offset];
const argument = (index: number): Step => load(16 + index * 8);
const answer = (value: number): Step => [giveBack, 0, 0, value];

/** The program that setpriv reads with --seccomp-filter. */
export function compileFilter(rules: SeccompRules): Buffer {
  const machine = machines[process.arch];
  if (machine === undefined)
    throw new Error(`Expected numbers of system calls for ${process.arch}`);
  const steps: Step[] = [load(4)];
  // Numbers of calls mean something on one architecture only.
  steps.push([jumpEqual, 1, 0, machine.arch], answer(rules.nativeOnly ? kill : allow));
  const when = (call: string, body: Step[]) => {
    const number = machine.calls[call];
    if (number !== undefined) steps.push(load(0), [jumpEqual, 0, body.length, number], ...body);
  };
  const known = (rules.families ?? []).map((name) => {
    const family = families[name];
    if (family === undefined) throw new Error(`Expected the number of ${name}`);
    return family;
  });
  if (known.length > 0) {
    const tests = known.map((family, at): Step => [jumpEqual, known.length - at, 0, family]);
    when('socket', [argument(0), ...tests, answer(refuse | noSuchFamily), answer(allow)]);
  }
  if (rules.lockPersonality) {
    const same: Step = [jumpEqual, 1, 0, samePersonality];
    when('personality', [argument(0), same, answer(refuse | notPermitted), answer(allow)]);
  }
  if (rules.noSetId) {
    for (const [call, at] of Object.entries(modeAt))
      when(call, [
        argument(at),
        [jumpSet, 0, 1, setId],
        answer(refuse | notPermitted),
        answer(allow),
      ]);
  }
  steps.push(answer(allow));
  const program = Buffer.alloc(steps.length * 8);
  for (const [at, [code, jumpTrue, jumpFalse, value]] of steps.entries()) {
    program.writeUInt16LE(code, at * 8);
    program.writeUInt8(jumpTrue, at * 8 + 2);
    program.writeUInt8(jumpFalse, at * 8 + 3);
    program.writeUInt32LE(value >>> 0, at * 8 + 4);
  }
  return program;
}
