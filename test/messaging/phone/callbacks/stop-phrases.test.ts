import { expect, test } from 'vitest';
import { createIsStop, isStopWord } from '../../../../messaging/phone/callbacks/stop-word.ts';
import { judgeReplies } from './read-stop-phrases.ts';

const judged = judgeReplies();
const wrong = (split: string, means: string) =>
  judged
    .filter((each) => each.split === split && each.means === means && !each.isRight)
    .map(({ text }) => text);

test('enough replies are judged, each once, and more than fifty of them held out', () => {
  expect(judged.length).toBeGreaterThanOrEqual(300);
  expect(new Set(judged.map(({ text }) => text)).size).toBe(judged.length);
  const heldOut = judged.filter(({ split }) => split === 'held-out');
  expect(heldOut.length).toBeGreaterThan(50);
});

test('replies by which the words were chosen are understood', () => {
  expect([...wrong('tune', 'stop'), ...wrong('tune', 'other')]).toEqual([]);
});

test('of the replies of a second hand at most 3 % are misunderstood, and none that means something else', () => {
  const second = judged.filter(({ split }) => split === 'second');
  expect(wrong('second', 'other')).toEqual([]);
  expect(wrong('second', 'stop').length / second.length).toBeLessThanOrEqual(0.03);
});

test.each([
  ['Stop. I do not want these.', true],
  ['band karo, nahi chahiye', true],
  ['Please do not stop these alerts', false],
  ['message band mat karna', false],
  ['mat bhejiyega', true],
])('a negation belongs to what it negates: %s', (said, isStop) => {
  expect(isStopWord(said)).toBe(isStop);
});

test('of the replies held out none that means something else ends the messages, and at most a sixth of the stops is missed', () => {
  expect(wrong('held-out', 'other')).toEqual([]);
  const stops = judged.filter(({ split, means }) => split === 'held-out' && means === 'stop');
  expect(wrong('held-out', 'stop').length / stops.length).toBeLessThanOrEqual(1 / 6);
});

test.each([
  { own: 'UPCOP STOP', said: 'please upcop stop 1', isStop: true },
  { own: 'UPCOP STOP', said: 'upcop', isStop: false },
  { own: 'please', said: '', isStop: false },
])('a campaign’s own words $own are heard in $said: $isStop', ({ own, said, isStop }) => {
  const messages = { optOut: { sms: { number: '56161', word: own }, missedCall: null } };
  expect(createIsStop({ messages })(said)).toBe(isStop);
});
