import { daySeconds, hourSeconds } from '../../../../campaigns/durations.ts';
import { cutText } from '../../../../campaigns/messages/segments.ts';

/**
 * How a text longer than one message travels: a header of six or seven octets in each part, by TLVs from which the
 * SMSC makes the header, or whole in `message_payload`, so that the SMSC cuts it.
 */
export const splitWays = ['udh8', 'udh16', 'sar', 'payload'] as const;
export type SplitWay = (typeof splitWays)[number];

/** The parameters and TLVs of submit_sm that carry one part. */
export type Part = Readonly<{
  data_coding: number;
  esm_class: number;
  short_message: Buffer;
  message_payload?: Buffer;
  sar_msg_ref_num?: number;
  sar_total_segments?: number;
  sar_segment_seqnum?: number;
}>;

const gsm = 0;
const ucs2 = 8;
const headerInText = 0x40;
/** A header of seven octets leaves 133 of 140: 152 septets, or 66 units. */
const unitsBesideUdh16 = { 'GSM-7': 152, 'UCS-2': 66 } as const;

/** A text as it travels, before its parts are tied together. */
interface Encoded {
  dataCoding: number;
  texts: Buffer[];
}

/** A blast sends few texts, and cutting one costs more than all else of a submission. */
const textsKept = 64;

export interface PartMaker {
  /** @param reference ties the parts of one message together; its low bits are used */
  cut(body: string, reference: number): Part[];
  /** In how many submissions a text travels. */
  countParts(body: string): number;
}

/**
 * Cuts texts into what fits 140 octets each (3GPP TS 23.040, 9.2.3.24.1). Septets travel as one octet each: the SMSC
 * packs them.
 */
export function createPartMaker(way: SplitWay): PartMaker {
  const kept = new Map<string, Encoded>();
  const findEncoded = (body: string): Encoded => {
    const known = kept.get(body);
    if (known !== undefined) return known;
    const encoded = encode(body, way);
    const [oldest] = kept.keys();
    if (kept.size >= textsKept && oldest !== undefined) kept.delete(oldest);
    kept.set(body, encoded);
    return encoded;
  };
  return {
    cut: (body, reference) => tie(findEncoded(body), way, reference),
    countParts: (body) => (way === 'payload' ? 1 : findEncoded(body).texts.length),
  };
}

function encode(body: string, way: SplitWay): Encoded {
  const { encoding, parts } = cutText(body, way === 'udh16' ? unitsBesideUdh16 : undefined);
  return encoding === 'GSM-7'
    ? { dataCoding: gsm, texts: parts.map((units) => Buffer.from(units)) }
    : { dataCoding: ucs2, texts: parts.map(utf16) };
}

function tie({ dataCoding, texts }: Encoded, way: SplitWay, reference: number): Part[] {
  const plain = { data_coding: dataCoding, esm_class: 0 };
  const [first = Buffer.alloc(0)] = texts;
  if (texts.length === 1) return [{ ...plain, short_message: first }];
  if (way === 'payload') {
    return [{ ...plain, short_message: Buffer.alloc(0), message_payload: Buffer.concat(texts) }];
  }
  return texts.map((text, index) => {
    if (way === 'sar') {
      return {
        ...plain,
        short_message: text,
        sar_msg_ref_num: reference & 0xffff,
        sar_total_segments: texts.length,
        sar_segment_seqnum: index + 1,
      };
    }
    const place = [texts.length, index + 1];
    const header =
      way === 'udh8'
        ? [5, 0, 3, reference & 0xff, ...place]
        : [6, 8, 4, (reference >> 8) & 0xff, reference & 0xff, ...place];
    const short_message = Buffer.concat([Buffer.from(header), text]);
    return { data_coding: dataCoding, esm_class: headerInText, short_message };
  });
}

function utf16(units: readonly number[]): Buffer {
  const bytes = Buffer.alloc(units.length * 2);
  for (const [index, unit] of units.entries()) bytes.writeUInt16BE(unit, index * 2);
  return bytes;
}

/** Relative validity of SMPP 3.4, 7.1.1: `YYMMDDhhmmss000R`, here in days, hours, minutes and seconds. */
export function validityPeriod(seconds: number): string {
  const whole = Math.max(1, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const days = Math.min(28, Math.floor(whole / daySeconds));
  const hours = Math.floor(whole / hourSeconds) % 24;
  return `0000${two(days)}${two(hours)}${two(Math.floor(whole / 60) % 60)}${two(whole % 60)}000R`;
}
