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

/** A text cut into what phones put together again, in the units in which it travels. */
export interface Cut {
  encoding: Measure['encoding'];
  /** Septets of GSM-7, one a number, or UTF-16 units of UCS-2; each written letter is whole in one part. */
  parts: number[][];
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

/** No written letter has more units, so that a part of several holds at least the others. */
const longestLetter = 12;

/** Segments of the one among many texts that has the most; those are not measured that cannot have more. */
export function findMostSegments(texts: readonly string[]): number {
  const { single, part } = limits['UCS-2'];
  const bound = ({ length }: string) =>
    length <= single ? 1 : Math.ceil(length / (part - longestLetter));
  let most = 1;
  for (const text of texts.toSorted((one, other) => other.length - one.length)) {
    if (bound(text) <= most) break;
    most = Math.max(most, measureText(text).segments);
  }
  return most;
}

/**
 * Cuts a text where `measureText` counts. A letter with its matras stays whole, unless it alone is longer than a part.
 * @param partUnits units of each part of several; the usual header of six octets leaves 153 septets, or 67 units
 */
export function cutText(text: string, partUnits?: Record<Measure['encoding'], number>): Cut {
  const message = new SegmentedMessage(text);
  const encoding = message.encodingName === 'GSM-7' ? 'GSM-7' : 'UCS-2';
  const letters = message.encodedChars.map(({ codeUnits }) => [codeUnits].flat());
  const whole = letters.flat();
  if (whole.length <= limits[encoding].single) return { encoding, parts: [whole] };
  const limit = partUnits?.[encoding] ?? limits[encoding].part;
  const parts: number[][] = [];
  let part: number[] = [];
  for (const units of letters) {
    if (part.length > 0 && part.length + units.length > limit) {
      parts.push(part);
      part = [];
    }
    part.push(...units);
    // A pair of surrogates is one character and stays together.
    while (part.length > limit)
      parts.push(part.splice(0, limit - (isHighHalf(part[limit - 1]) ? 1 : 0)));
  }
  parts.push(part);
  return { encoding, parts };
}

function isHighHalf(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0xd800 && unit <= 0xdbff;
}

/** Cost of one more character: the next segment's share of the bill, or nothing. */
export function costOfOneMore(text: string, character = 'क'): { segments: number; share: number } {
  const before = measureText(text).segments;
  const after = measureText(text + character).segments;
  return { segments: after - before, share: (after - before) / before };
}
