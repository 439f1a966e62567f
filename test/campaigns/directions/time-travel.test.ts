import { expect, test } from 'vitest';
import { occurrences } from '../../../campaigns/directions/occurrences.ts';
import { addDays, daysBetween } from '../../../campaigns/tracker/clock.ts';
import { sampleFirstPosting } from '../../../messaging/front/sample/sample-data.ts';
import { meetingDay, paperLine, papersByDay } from './papers-say.ts';
import { offices, register } from './up-cop-register.ts';

const lastDay = '2019-06-30';

/** The votes of the Lok Sabha election were counted on 23.05.2019; the sample has the first posting in Agra. */
const events = [
  { id: 1, kind: 'election-over', day: '2019-05-23', district: '' },
  { ...sampleFirstPosting, id: 2, range: 'agra', zone: 'agra' },
  {
    id: 3,
    kind: 'first-posting',
    day: '2019-06-10',
    district: 'lucknow',
    range: 'lucknow',
    zone: 'lucknow',
  },
];

test('from the meeting to the end of June 2019 each day brings what the papers say, and nothing besides', () => {
  const papersSay = papersByDay();
  const known = new Set<string>();
  for (let step = 0; step <= daysBetween(meetingDay, lastDay); step += 1) {
    const today = addDays(meetingDay, step);
    const owed = occurrences(register, {
      offices,
      from: meetingDay,
      until: today,
      events: events.filter(({ day }) => day <= today),
    }).map(({ key, due, dueBy }) => paperLine(key, due, dueBy));
    const fresh = new Set(owed).difference(known);
    const said = papersSay.get(today) ?? new Set();
    const wrong = { missing: [...said.difference(fresh)], besides: [...fresh.difference(said)] };
    expect([today, wrong]).toEqual([today, { missing: [], besides: [] }]);
    // What began to be owed stays: only an answer ends it.
    expect(owed).toHaveLength(known.size + fresh.size);
    for (const own of fresh) known.add(own);
  }
  expect(known.size).toBe([...papersSay.values()].reduce((sum, lines) => sum + lines.size, 0));
});
