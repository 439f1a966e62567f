import smpp from 'smpp';
import type { PduFields } from './link.ts';

/** Kinds of value of an operator's own TLV: text, text that ends with a zero, a number of a given length in octets, octets. */
export const tlvKinds = ['text', 'ctext', 'int1', 'int2', 'int4', 'hex'] as const;
export type TlvKind = (typeof tlvKinds)[number];

/** A TLV that is in each submission. */
export interface Tlv {
  tag: number;
  kind: TlvKind;
  value: string;
}

/** As in `0x1403=text:UPPOLC`; SMPP 3.4, 5.3.2, leaves 0x1400 to 0x3FFF to the vendors. */
const written = /^0x(1[4-9a-f]|[23][0-9a-f])([0-9a-f]{2})=(text|ctext|int1|int2|int4|hex):(.+)$/i;

/** @throws when one is not a TLV */
export function readTlvs(list: string): Tlv[] {
  return list
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const [, high, low, kind, value = ''] = written.exec(word) ?? [];
      if (kind === undefined || !fits(kind as TlvKind, value)) {
        throw new Error(
          `Expected \`SMPP_TLVS\` to hold TLVs such as 0x1403=text:ABC or 0x1404=hex:00FF, got ${word}`,
        );
      }
      return { tag: Number(`0x${high}${low}`), kind: kind as TlvKind, value };
    });
}

function fits(kind: TlvKind, value: string): boolean {
  if (kind === 'hex') return /^(?:[0-9a-f]{2}){1,254}$/i.test(value);
  if (kind === 'text' || kind === 'ctext') return /^[\x21-\x7e]{1,254}$/.test(value);
  return /^\d{1,10}$/.test(value) && Number(value) < 2 ** (8 * Number(kind.slice(3)));
}

/** The fields of a submission that carry them. */
export function toFields(tlvs: readonly Tlv[]): PduFields {
  return Object.fromEntries(
    tlvs.map(({ tag, kind, value }) => [nameTag(tag, kind), readValue(kind, value)]),
  );
}

function readValue(kind: TlvKind, value: string): string | number | Buffer {
  if (kind === 'hex') return Buffer.from(value, 'hex');
  return kind.startsWith('int') ? Number(value) : value;
}

const types: Record<TlvKind, string> = {
  text: 'string',
  ctext: 'cstring',
  int1: 'int8',
  int2: 'int16',
  int4: 'int32',
  hex: 'buffer',
};

/** Makes a TLV known to the protocol's library, which needs a name for it. */
export function nameTag(tag: number, kind: TlvKind = 'text'): string {
  const name = `operator_${tag.toString(16)}`;
  smpp.addTLV(name, { id: tag, type: smpp.types.tlv[types[kind]] });
  return name;
}
