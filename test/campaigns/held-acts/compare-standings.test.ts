import { expect, test } from 'vitest';
import { compareStandings } from '../../../campaigns/held-acts/compare-standings.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import type { Band } from '../../../campaigns/tracker/score-parts.ts';

type Figures = Pick<ProgressFile, 'boards' | 'districts'>;
const build = (seen: number, places: Record<string, [number | null, Band]>): Figures =>
  ({
    boards: { levels: { reported: 0, pictured: 1, live: 2, seen } },
    districts: Object.entries(places).map(([district, [rank, band]]) => ({
      district,
      score: { rank, band },
    })),
  }) as unknown as Figures;
const name = (id: string) => ({ hi: id, en: id });

test('levels and places that move are said, those that stay are not', () => {
  const before = build(3, { agra: [1, 'ahead'], mathura: [null, 'with'], mahoba: [9, 'behind'] });
  const after = build(1, { agra: [null, 'ahead'], mathura: [null, 'with'], mahoba: [8, 'behind'] });
  const said = compareStandings(before, after, name).map(({ what, aside, ...figures }) => [
    what.en,
    figures.before,
    figures.after,
    aside,
  ]);
  expect(said).toEqual([
    ['Boards: Seen', 3, 1, true],
    ['Districts whose place moves', 0, 2, true],
    ['Place of agra', { hi: '1 · आगे', en: '1 · Ahead' }, { hi: 'आगे', en: 'Ahead' }, true],
    [
      'Place of mahoba',
      { hi: '9 · पीछे', en: '9 · Behind' },
      { hi: '8 · पीछे', en: '8 · Behind' },
      true,
    ],
  ]);
  expect(compareStandings(before, before, name)).toEqual([]);
});

test('of many districts ten are named, and how many they are', () => {
  const many = (band: Band) =>
    build(0, Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`d${at}`, [null, band]])));
  const said = compareStandings(many('with'), many('ahead'), name);
  expect(said).toHaveLength(11);
  expect(said[0]).toMatchObject({ before: 0, after: 30 });
});
