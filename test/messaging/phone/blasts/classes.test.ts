import { describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { type ClassCount, foldClasses } from '../../../../messaging/phone/blasts/classes.ts';
import { fillText } from '../../../../messaging/phone/blasts/written-text.ts';

const count = (mark: string, sent: number, district: string | null = mark): ClassCount => ({
  mark,
  district,
  language: mark === '' ? null : 'hi',
  lot: null,
  recipients: sent + 2,
  sent,
  delivered: sent - 1,
});
const links = {
  codes: { shortCode: 'BCDFGH', trialCodes: null },
  people: new Map([
    ['BCDFGH00', 20],
    ['BCDFGH01', 4],
    ['BCDFGH02', 1],
    ['BCDFGH', 3],
  ]),
};
const show = (counts: ClassCount[]) =>
  foldClasses(counts, links).map(({ district, language, sent, people }) => [
    language === null ? 'small' : district,
    sent,
    people,
  ]);

describe('figures by class', () => {
  it('shows each class of ten and more with its people, and the small ones in one row', () => {
    expect(show([count('00', 100), count('01', 10), count('', 14, null)])).toEqual([
      ['00', 100, 20],
      ['01', 10, 4],
      ['small', 14, 3],
    ]);
  });
  it('puts a class with the small ones of which fewer than ten were sent to', () => {
    expect(show([count('00', 100), count('02', 9), count('', 14, null)])).toEqual([
      ['00', 100, 20],
      ['small', 23, 4],
    ]);
  });
  it('hides few people behind the smallest of the others', () => {
    expect(show([count('00', 100), count('01', 30), count('02', 1)])).toEqual([
      ['00', 100, 20],
      ['small', 31, 5],
    ]);
    expect(show([count('00', 100), count('02', 9)])).toEqual([['small', 109, 21]]);
  });
  it('adds up to what the ledger has, and gives an interval to each share', () => {
    const counts = [count('00', 100), count('01', 30), count('02', 1), count('', 3, null)];
    const rows = foldClasses(counts, links);
    for (const key of ['recipients', 'sent', 'delivered'] as const) {
      const sum = (all: Record<typeof key, number>[]) =>
        all.reduce((total, each) => total + each[key], 0);
      expect(sum(rows)).toBe(sum(counts));
    }
    expect(rows.map(({ clicks }) => clicks && clicks.low <= clicks.share)).toEqual([true, true]);
  });
});

describe('a text with the name of each district', () => {
  it('is measured where there is no name', () => {
    const { messages } = loadCampaign('up-cop');
    const filling = { messages, names: {}, code: '000000', mark: '' };
    const { segments } = fillText('{#var#} उत्तर प्रदेश पुलिस', ['{district}'], filling);
    expect(segments).toBe(1);
  });
});
