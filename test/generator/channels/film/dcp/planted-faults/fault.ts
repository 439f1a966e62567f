import { join } from 'node:path';
import type { Copy, Kind } from '../package-fixture.ts';

export interface Fault {
  rule: string;
  /** Where the finding must point; the file that is changed, unless said. */
  at?: Kind;
  plant(copy: Copy): void;
  /** What cannot but be found too. */
  also?: string[];
  /** Lengths and hashes stay as they were. */
  unsealed?: true;
}

export const text = (
  kind: Kind,
  rule: string,
  from: string | RegExp,
  to: string,
  more: Partial<Fault> = {},
): Fault => ({ rule, at: kind, plant: (copy) => copy.text(kind, from, to), ...more });

/** Changes bytes of a file in place. */
export const bytes = (
  kind: Kind,
  rule: string,
  change: (bytes: Buffer) => unknown,
  more: Partial<Fault> = {},
): Fault => ({ rule, at: kind, plant: (copy) => copy.bytes(kind, change), ...more });

/** Changes the value of a local tag, the nth of its kind, by overwriting its first bytes. */
export const local = (
  kind: Kind,
  rule: string,
  [tagAndLength, value, nth = 0]: [tagAndLength: string, value: string, nth?: number],
  also: string[] = [],
): Fault => {
  const overwrite = (all: Buffer) => {
    let at = -1;
    for (let time = 0; time <= nth; time += 1) at = find(all, tagAndLength, at + 1);
    all.write(value, at + 4, 'hex');
  };
  return bytes(kind, rule, overwrite, { also });
};

/** Overwrites bytes behind a mark in the fourth picture's codestream. */
export const coded = (rule: string, mark: string, skip: number, value: string): Fault =>
  bytes('picture', rule, (all) => {
    let at = -1;
    for (let frame = 0; frame < 4; frame += 1) at = find(all, codestream, at + 1);
    all.write(value, find(all, mark, at) + skip, 'hex');
  });

/** Overwrites a field of a partition pack. */
export const partition = (
  rule: string,
  kind: string,
  field: number,
  value: string,
  also: string[] = [],
): Fault => {
  const key = `060e2b34020501010d01020101${kind}0400`;
  const overwrite = (all: Buffer) => all.write(value, find(all, key) + field, 'hex');
  return bytes('picture', rule, overwrite, { also });
};

export const codestream = 'ff4fff51';

/** Where bytes written in hex stand. */
export function find(all: Buffer, mark: string, from = 0): number {
  const at = all.indexOf(Buffer.from(mark, 'hex'), from);
  if (at < 0) throw new Error(`Expected ${mark} in the file`);
  return at;
}

export const inFolder = (
  rule: string,
  change: (folder: string, copy: Copy) => void,
  more: Partial<Fault> = {},
) => ({ rule, plant: (copy) => change(copy.folder, copy), ...more }) satisfies Fault;

export const file = (kind: Kind, copy: Copy) => join(copy.folder, copy.file(kind));
export const otherId = 'urn:uuid:00000000-0000-4000-8000-000000000000';
