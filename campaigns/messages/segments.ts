import calculator from 'sms-segments-calculator';

const { SegmentedMessage } = calculator;

export interface Measure {
  encoding: 'GSM-7' | 'UCS-2';
  /** Septets of GSM-7 (an extension character counts two) or UTF-16 units of UCS-2. */
  units: number;
  /** Parts that are billed: the greater of the operators' count and Twilio's. */
  segments: number;
  /** Units that still fit before one more segment is billed. */
  unitsLeft: number;
}

const limits = { 'GSM-7': { single: 160, part: 153 }, 'UCS-2': { single: 70, part: 67 } } as const;
const gsmBits = 7;
const ucsBits = 16;

/**
 * Counts a text as it is billed. Operators cut at units; Twilio's calculator keeps a written letter with its
 * matras in one part, so that a long Hindi text may take one part more.
 */
export function measureText(text: string): Measure {
  const message = new SegmentedMessage(text);
  const encoding = message.encodingName === 'GSM-7' ? 'GSM-7' : 'UCS-2';
  const units = message.messageSize / (encoding === 'GSM-7' ? gsmBits : ucsBits);
  const { single, part } = limits[encoding];
  const byUnits = units <= single ? 1 : Math.ceil(units / part);
  const segments = Math.max(byUnits, message.segmentsCount, 1);
  return {
    encoding,
    units,
    segments,
    unitsLeft: (segments === 1 ? single : segments * part) - units,
  };
}

/** What one more character would do: the next segment's share of the bill, or nothing. */
export function costOfOneMore(text: string, character = 'क'): { segments: number; share: number } {
  const before = measureText(text).segments;
  const after = measureText(text + character).segments;
  return { segments: after - before, share: (after - before) / before };
}
