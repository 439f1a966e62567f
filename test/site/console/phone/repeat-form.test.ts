import { expect, test } from 'vitest';
import type { Blast, BlastEntry } from '../../../../messaging/phone/blasts/blasts-schemas.ts';
import {
  emptyText,
  findRepeatFaults,
  listFormDays,
  once,
  type RepeatForm,
  toRepeatBody,
  toRepeatForm,
} from '../../../../site/islands/console/phone/blasts/draft/repeat-form.ts';
import { groupSeries } from '../../../../site/islands/console/phone/blasts/series-groups.ts';
import { sayRepeat } from '../../../../site/islands/console/phone/blasts/series-words.ts';

const first = '2026-12-01';
const form = (change: Partial<RepeatForm>): RepeatForm => ({ ...once, ...change });
const text = { afterDays: '3', templates: { hi: 'verification-hi', en: '' } };

test('a blast goes once until something else is chosen', () => {
  expect(toRepeatBody(once)).toBeNull();
  expect(findRepeatFaults(once, { first: null, spoken: ['hi'] })).toEqual({});
});

test('what was typed is sent, in either script, and only what belongs to the rhythm', () => {
  const typed = form({
    rhythm: 'monthly',
    times: '६',
    until: '',
    days: ['2026-12-26'],
    texts: [text],
  });
  expect(toRepeatBody(typed)).toEqual({
    rhythm: 'monthly',
    times: 6,
    until: null,
    days: [],
    texts: [],
  });
  expect(listFormDays(typed, first)).toHaveLength(6);
  const texts = toRepeatBody(form({ rhythm: 'texts', texts: [text], times: '6' }));
  expect(texts).toEqual({
    rhythm: 'texts',
    times: null,
    until: null,
    days: [],
    texts: [{ afterDays: 3, templates: { hi: 'verification-hi' } }],
  });
});

test('a kept series is back in the fields', () => {
  const kept = {
    rhythm: 'texts',
    times: null,
    until: null,
    days: [],
    texts: [{ afterDays: 3, texts: { hi: { body: 'x' } } }],
  } as unknown as Blast['repeat'];
  const back = toRepeatForm(kept, (_, language) => (language === 'hi' ? 'verification-hi' : ''));
  expect(back).toEqual(form({ rhythm: 'texts', texts: [text] }));
});

test.each([
  [{ rhythm: 'weekly', times: '2' }, null],
  [{ rhythm: 'weekly', times: '1' }, 'repeatEnd'],
  [{ rhythm: 'weekly', times: '61' }, 'repeatEnd'],
  [{ rhythm: 'weekly', times: 'x', until: '2027-01-01' }, 'repeatEnd'],
  [{ rhythm: 'weekly' }, 'repeatEnd'],
  [{ rhythm: 'weekly', until: '2026-12-07' }, 'repeatEnd'],
  [{ rhythm: 'weekly', until: '2026-12-08' }, null],
  [{ rhythm: 'days', days: ['', '2026-12-01'] }, 'repeatDays'],
  [{ rhythm: 'days', days: ['2026-12-02'] }, null],
  [{ rhythm: 'texts', texts: [] }, 'repeatTexts'],
  [{ rhythm: 'texts', texts: [emptyText] }, 'repeatTexts'],
  [{ rhythm: 'texts', texts: [{ ...text, afterDays: '61' }] }, 'repeatTexts'],
  [{ rhythm: 'texts', texts: [text, text] }, 'repeatTexts'],
  [{ rhythm: 'texts', texts: [text] }, null],
] as const)('%j: %s', (change, fault) => {
  const found = findRepeatFaults(form(change), { first, spoken: ['hi'] });
  expect(Object.values(found)).toEqual(fault === null ? [] : [fault]);
});

test('a later text is wanted in each language of the first one', () => {
  const typed = form({ rhythm: 'texts', texts: [text] });
  expect(findRepeatFaults(typed, { first, spoken: ['hi', 'en'] })).toEqual({
    repeatTexts: 'repeatTexts',
  });
  expect(findRepeatFaults(typed, { first: null, spoken: ['hi'] })).toEqual({
    repeat: 'repeatStart',
  });
});

test('a rhythm is said by the first day', () => {
  const rule = { rhythm: 'monthly-weekday', times: 3, until: null, days: [], texts: [] } as const;
  expect(sayRepeat(rule, first, 'en')).toBe(
    'Every month, on the first Tuesday · 3 times, until 2 February 2027',
  );
  expect(sayRepeat(rule, first, 'hi')).toContain('हर माह, पहले मंगलवार को · 3 बार');
});

test('a series is one row where its newest round stands; a round without its first one has its own', () => {
  const entry = (id: number, seriesId: number | null) =>
    ({ blast: { id, round: seriesId === null ? null : { seriesId, number: 2 } } }) as BlastEntry;
  const groups = groupSeries([entry(9, 3), entry(8, null), entry(7, 1), entry(5, 3), entry(3, 3)]);
  expect(
    groups.map(({ entry: { blast }, rounds }) => [blast.id, rounds.map((each) => each.blast.id)]),
  ).toEqual([
    [3, [9, 5]],
    [8, []],
    [7, []],
  ]);
});
