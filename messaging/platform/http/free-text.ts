import type { FastifyInstance } from 'fastify';
import { maskPhoneNumbers } from '../process/phone-mask.ts';
import { Refusal } from '../process/refusal.ts';

/**
 * Words that officers write about something. They are kept for good, in the audit log too, and no deletion of a number
 * looks into them: so no number gets in.
 */
const freeTexts = new Set([
  'name',
  'remark',
  'reason',
  'purpose',
  'source',
  'details',
  'what',
  'whose',
  'measures',
]);

export function hasPhoneNumber(text: string): boolean {
  return maskPhoneNumbers(text) !== text;
}

/** Refuses a request that has a phone number in its words; a field that is meant for one is another field. */
export function refuseNumbersInWords(app: FastifyInstance): void {
  app.addHook('preValidation', ({ query, body }, _reply, done) => {
    const place = numberAt(query, 'query') ?? numberAt(body, 'body');
    done(place === null ? undefined : new Refusal('number-in-text', { place }));
  });
}

function numberAt(value: unknown, path: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, entry] of Object.entries(value)) {
    if (!freeTexts.has(key)) continue;
    const texts = typeof entry === 'object' && entry !== null ? Object.values(entry) : [entry];
    if (texts.flat().some((text) => typeof text === 'string' && hasPhoneNumber(text)))
      return `${path}.${key}`;
  }
  return null;
}
