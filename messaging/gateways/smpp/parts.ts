import { cutText } from '../../../campaigns/messages/segments.ts';

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

/**
 * Cuts a text into what fits 140 octets each (3GPP TS 23.040, 9.2.3.24.1). Septets travel as one octet each: the SMSC
 * packs them.
 * @param reference ties the parts of one message together; its low bits are used
 */
export function partsOf(body: string, way: SplitWay, reference: number): Part[] {
  const { encoding, parts } = cutText(body, way === 'udh16' ? unitsBesideUdh16 : undefined);
  const data_coding = encoding === 'GSM-7' ? gsm : ucs2;
  const encode = (units: readonly number[]) =>
    encoding === 'GSM-7' ? Buffer.from(units) : utf16(units);
  const plain = { data_coding, esm_class: 0 };
  const [first = []] = parts;
  if (parts.length === 1) return [{ ...plain, short_message: encode(first) }];
  if (way === 'payload') {
    const message_payload = encode(parts.flat());
    return [{ ...plain, short_message: Buffer.alloc(0), message_payload }];
  }
  return parts.map((units, index) => {
    const text = encode(units);
    if (way === 'sar') {
      return {
        ...plain,
        short_message: text,
        sar_msg_ref_num: reference & 0xffff,
        sar_total_segments: parts.length,
        sar_segment_seqnum: index + 1,
      };
    }
    const place = [parts.length, index + 1];
    const header =
      way === 'udh8'
        ? [5, 0, 3, reference & 0xff, ...place]
        : [6, 8, 4, (reference >> 8) & 0xff, reference & 0xff, ...place];
    return {
      data_coding,
      esm_class: headerInText,
      short_message: Buffer.concat([Buffer.from(header), text]),
    };
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
  const days = Math.min(28, Math.floor(whole / 86_400));
  const hours = Math.floor(whole / 3600) % 24;
  return `0000${two(days)}${two(hours)}${two(Math.floor(whole / 60) % 60)}${two(whole % 60)}000R`;
}
