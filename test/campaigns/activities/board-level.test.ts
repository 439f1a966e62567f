import { describe, expect, test } from 'vitest';
import { type BoardEvidence, findLevel } from '../../../campaigns/activities/board-level.ts';
import { toInstant } from '../../../campaigns/tracker/clock.ts';

const entryDay = '2019-04-10';
const today = '2019-05-20';
const at = (day: string, time = '12:00') => toInstant(day, time);
const unseen = { pictured: false, live: null, seen: null, missing: null };
const entered: BoardEvidence = { ...unseen, reported: entryDay };

describe('what is known of a board', () => {
  const missing = at('2019-05-01');
  test.each<[string, Partial<BoardEvidence>, ReturnType<typeof findLevel>]>([
    ['somebody entered it', {}, 'reported'],
    ['a picture proves it', { pictured: true }, 'pictured'],
    ['a live picture was taken', { pictured: true, live: at('2019-05-01') }, 'live'],
    ['another office took live pictures of it', { seen: at('2019-05-01') }, 'seen'],
    ['it was not there', { pictured: true, missing }, null],
    ['a live picture came after that', { live: at('2019-05-01', '14:00'), missing }, 'live'],
    ['a live picture came before that', { live: at('2019-04-30'), missing }, null],
    ['the old board was missed and a new one hung', { missing: at('2019-04-09') }, 'reported'],
    ['another office saw the old board', { seen: at('2019-04-09') }, 'reported'],
  ])('%s', (_, evidence, level) => {
    expect(findLevel({ ...entered, ...evidence }, today)).toBe(level);
  });

  test('on an earlier day it is what was known then', () => {
    const evidence = { ...entered, pictured: true, live: at('2019-05-01'), seen: at('2019-05-08') };
    const levels = ['2019-04-30', '2019-05-01', '2019-05-08'].map((day) =>
      findLevel(evidence, day),
    );
    expect(levels).toEqual(['pictured', 'live', 'seen']);
  });
});
