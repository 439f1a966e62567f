import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hiddenCharacter, textKinds } from '../../../campaigns/text-types.ts';
import { boardEntry } from '../../../messaging/field/activities/activities-schemas.ts';
import { borrowRouteConsole } from '../fixtures/route-console.ts';
import { isOfKind, type Text, textsIn } from './texts.ts';

const hidden = {
  'a line break that begins a header': 'नाम\r\nBcc: a@example.in',
  'a turn of the reading direction': 'नाम\u202egpj.exe',
  'an isolate of the reading direction': 'नाम\u2066x\u2069',
  'a space without width': 'ना\u200bम',
  'a filler that counts as a letter': 'नाम\u3164',
  'a bell': 'नाम\u0007',
  'a separator of lines': 'नाम\u2028x',
};
const blank = { 'a joiner alone': '\u200d\u200c', 'an empty Braille cell': '\u2800' };
const plain = ['क्‍ष', 'रसड़ा कोतवाली', 'अधिकारी ✔️', 'کوتوالی', 'a–b (c) “d” № 5'];

interface Leaf extends Text {
  route: string;
}

/** Every text of every request, with where it stands. */
async function leaves(): Promise<Leaf[]> {
  const { service } = await borrowRouteConsole();
  const found: Leaf[] = textsIn(boardEntry, 'entry').map((text) => ({ route: 'board', ...text }));
  for (const { method, url, schema } of service.app.routeRules) {
    if (method === 'HEAD') continue;
    const parts = (schema ?? {}) as Record<string, z.ZodType | undefined>;
    for (const part of ['params', 'querystring', 'body'] as const) {
      if (!(parts[part] instanceof z.ZodType)) continue;
      const texts = textsIn(parts[part], part);
      found.push(...texts.map((text) => ({ route: `${method} ${url}`, ...text })));
    }
  }
  return found;
}

/** A format or pattern of its own says which characters it takes. */
function hasPattern(schema: z.ZodType): boolean {
  return ['\u202e', 'a\r\nb', '\u200b'].every((text) => !schema.safeParse(text).success);
}

describe('texts of requests', async () => {
  const all = await leaves();

  test('each is of a known kind, or has a pattern', () => {
    expect(all.length).toBeGreaterThan(150);
    const unknown = all.filter(({ schema }) => !textKinds.has(schema) && !isOfKind(schema));
    expect(
      unknown
        .filter(({ schema }) => !hasPattern(schema))
        .map(({ route, path }) => `${route} ${path}`),
    ).toEqual([]);
  });

  const stored = all.filter(({ schema }) => ['line', 'paragraph'].includes(isOfKind(schema) ?? ''));

  test.each(Object.entries(hidden))('no line or paragraph takes %s', (_label, text) => {
    expect(stored.length).toBeGreaterThan(60);
    for (const { route, path, schema } of stored) {
      const many = isOfKind(schema) === 'paragraph' && /[\r\n]/.test(text);
      const { success, error } = schema.safeParse(text);
      expect([route, path, success]).toEqual([route, path, many]);
      if (!many) expect(error?.issues.map(({ message }) => message)).toContain(hiddenCharacter);
    }
  });

  test.each(Object.entries(blank))('what must be filled in is not filled by %s', (_label, text) => {
    for (const { route, path, schema } of stored) {
      if (schema.safeParse('').success) continue;
      expect([route, path, schema.safeParse(text).success]).toEqual([route, path, false]);
    }
  });

  test.each(plain)('%s is plain', (text) => {
    for (const { schema } of stored) expect(schema.safeParse(text).success).toBe(true);
  });
});
