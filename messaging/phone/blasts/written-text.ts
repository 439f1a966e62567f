import { pendingCode } from '../../../campaigns/links/short-code.ts';
import { fillTemplate, ValueError } from '../../../campaigns/messages/fill-template.ts';
import {
  fillPlace,
  isMergeField,
  type PlaceNames,
  parsePlace,
  type RecipientPlace,
} from '../../../campaigns/messages/merge-fields.ts';
import type { Messages } from '../../../campaigns/messages/messages.ts';
import { findMostSegments, measureText } from '../../../campaigns/messages/segments.ts';
import { variableMark } from '../../../campaigns/messages/variable-mark.ts';
import type { TrialText } from '../../contract/values.ts';
import { type Blast, pickTexts, textFor } from './blast.ts';
import type { BlastText } from './draft-schemas.ts';

/** Needed besides the values to fill a text. */
interface Filling {
  messages: Messages;
  names: PlaceNames;
}

/**
 * Fills a registered text. One that names each recipient's district or station is tried with every name, and measured
 * with the longest that fits: a station without such a name is called by its district.
 * @throws ValueError for a value, or a district's name, that does not fit its variable
 */
export function fillText(
  text: string,
  values: readonly string[],
  { messages, names }: Filling,
): Pick<BlastText, 'body' | 'segments' | 'names' | 'unfit'> {
  if (!values.some(isMergeField)) {
    const body = fillTemplate(text, values, messages);
    return { body, segments: measureText(body).segments };
  }
  const { bodies, unfit } = tryAll(text, values, { messages, names });
  let next = 0;
  const body = text.replace(variableMark, () => (values[next++] ?? '').normalize('NFC'));
  const fitting = Object.entries(names).filter(([key]) => !unfit.includes(key));
  return {
    body,
    // Of places that nobody knows there is no name, and nobody gets it.
    segments: findMostSegments(bodies),
    names: Object.fromEntries(fitting),
    ...(unfit.length === 0 ? {} : { unfit: unfit.map((key) => names[key] ?? '') }),
  };
}

/** The text with every name, and the stations whose name does not fit: one long name of a state keeps back no blast. */
function tryAll(
  text: string,
  values: readonly string[],
  { messages, names }: Filling,
): { bodies: string[]; unfit: string[] } {
  const bodies: string[] = [];
  const unfit: string[] = [];
  for (const key of Object.keys(names)) {
    const place = parsePlace(key);
    try {
      bodies.push(tryNames(text, values, { messages, names, place }));
    } catch (error) {
      if (!(error instanceof ValueError) || place.station === null) throw error;
      unfit.push(key);
    }
  }
  return { bodies, unfit };
}

function tryNames(
  text: string,
  values: readonly string[],
  { messages, names, place }: Filling & { place: RecipientPlace },
): string {
  const filled = values.map((value) =>
    isMergeField(value) ? fillPlace(value, names, place) : value,
  );
  try {
    return fillTemplate(text, filled, messages);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    const { variable, hi, en, message } = error;
    // What an officer typed is before them already.
    if (!isMergeField(values[variable - 1] ?? '')) throw error;
    const named = (words: string) => `${filled[variable - 1] ?? ''}: ${words}`;
    throw new ValueError(named(message), { variable, hi: named(hi), en: named(en) });
  }
}

/** Whom a text is written to, as far as it says so. */
export interface Addressee extends RecipientPlace {
  language: string;
  /** By lot, of a trial; null for the rest. */
  lot: TrialText | null;
}

/** Fields of a blast by which a recipient's text is written. */
export type Written = Pick<Blast, 'texts' | 'shortCode' | 'trial' | 'trialCodes' | 'trialChoice'>;

/** The code of the link of those by lot, or of the rest; null until it has one. */
export function codeFor(
  { shortCode, trialCodes }: Pick<Blast, 'shortCode' | 'trialCodes'>,
  lot: TrialText | null,
): string | null {
  return lot === null ? shortCode : (trialCodes?.[lot === 'a' ? 0 : 1] ?? null);
}

/** The text as a recipient gets it, but for the link by which they say stop. */
export function writeText(blast: Written, addressee: Addressee): BlastText {
  const { language, lot } = addressee;
  const texts = pickTexts(blast, lot);
  const text = textFor(texts, language);
  const { names, card } = text;
  // The second text of a trial never has a code in it.
  const known = (texts === blast.texts ? blast.shortCode : null) ?? pendingCode;
  const link = `/q/${codeFor(blast, lot) ?? known}`;
  if (names === undefined && link === `/q/${known}`) return text;
  const write = (words: string) =>
    fillPlace(words, names ?? {}, addressee).replaceAll(`/q/${known}`, link);
  return {
    ...text,
    body: write(text.body),
    ...(card === undefined
      ? {}
      : {
          card: {
            ...card,
            values: card.values.map(write),
            buttons: card.buttons.map((one) => ({ ...one, link: one.link && write(one.link) })),
          },
        }),
  };
}
