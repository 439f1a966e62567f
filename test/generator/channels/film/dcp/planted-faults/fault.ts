import { join } from 'node:path';
import type { Copy, Kind } from '../package-fixture.ts';

export type Fault = {
  rule: string;
  /** Where the finding must point; the file that is changed, unless said. */
  at?: Kind;
  plant(copy: Copy): void;
  /** What cannot but be found too. */
  also?: string[];
  /** Lengths and hashes stay as they were. */
  unsealed?: true;
};

export const text = (
  kind: Kind,
  rule: string,
  from: string | RegExp,
  to: string,
  more: Partial<Fault> = {},
): Fault => ({ rule, at: kind, plant: (copy) => copy.text(kind, from, to), ...more });

/** Changes the value of a local tag, the nth of its kind, by overwriting its first bytes. */
export const local = (
  kind: Kind,
  rule: string,
  [tagAndLength, value, nth = 0]: [tagAndLength: string, value: string, nth?: number],
  more: Partial<Fault> = {},
): Fault => ({
  rule,
  at: kind,
  plant: (copy) =>
    copy.bytes(kind, (bytes) => {
      const mark = Buffer.from(tagAndLength, 'hex');
      let at = -1;
      for (let time = 0; time <= nth; time += 1) at = bytes.indexOf(mark, at + 1);
      if (at < 0) throw new Error(`Expected ${tagAndLength} in ${kind}`);
      bytes.write(value, at + 4, 'hex');
      return undefined;
    }),
  ...more,
});

/** Overwrites bytes behind a mark in the fourth picture's codestream. */
export const coded = (
  rule: string,
  mark: string,
  skip: number,
  value: string,
  more: Partial<Fault> = {},
) =>
  ({
    rule,
    at: 'picture',
    plant: (copy) =>
      copy.bytes('picture', (bytes) => {
        let at = -1;
        for (let frame = 0; frame < 4; frame += 1) {
          at = bytes.indexOf(Buffer.from('ff4fff51', 'hex'), at + 1);
        }
        bytes.write(value, bytes.indexOf(Buffer.from(mark, 'hex'), at) + skip, 'hex');
        return undefined;
      }),
    ...more,
  }) satisfies Fault;

/** Overwrites a field of a partition pack. */
export const partition = (
  rule: string,
  kind: string,
  field: number,
  value: string,
  more: Partial<Fault> = {},
) =>
  ({
    rule,
    at: 'picture',
    plant: (copy) =>
      copy.bytes('picture', (bytes) => {
        const key = Buffer.from(`060e2b34020501010d01020101${kind}0400`, 'hex');
        bytes.write(value, bytes.indexOf(key) + field, 'hex');
        return undefined;
      }),
    ...more,
  }) satisfies Fault;

export const inFolder = (
  rule: string,
  change: (folder: string, copy: Copy) => void,
  more: Partial<Fault> = {},
) => ({ rule, plant: (copy) => change(copy.folder, copy), ...more }) satisfies Fault;

export const file = (kind: Kind, copy: Copy) => join(copy.folder, copy.file(kind));
export const otherId = 'urn:uuid:00000000-0000-4000-8000-000000000000';
