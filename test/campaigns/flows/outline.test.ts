import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { type OutlineNode, outlineFlow } from '../../../campaigns/flows/outline.ts';
import { beginFlow, takeStep } from '../../../campaigns/flows/step.ts';
import { writeStep } from '../../../campaigns/flows/write-step.ts';

const { text } = loadCampaign('up-cop').flows;
if (text === undefined) throw new Error('Expected a flow of texts, got none');

test('each node is drawn once, in the order of the keypad, and numbered where a key leads back', () => {
  const read = ({ number, branches }: OutlineNode): unknown => [
    number,
    branches.map(({ key, next }) => [
      key,
      next === null || typeof next === 'number' ? next : read(next),
    ]),
  ];
  const station = [
    2,
    [
      ['0', 1],
      [null, 1],
    ],
  ];
  const menu = [
    ['1', null],
    ['2', station],
    ['3', null],
    ['4', 1],
    ['9', null],
  ];
  expect(read(outlineFlow(text, 'hi'))).toEqual([1, menu]);
});

test('a step is written as one text with its keys, and with what is known in the place of marks', () => {
  const first = beginFlow(text, 'en');
  expect(writeStep(text, first, {})).toMatch(
    /Send the number of your choice:\n1 Link of the app\n2/,
  );
  if (first.place === null) throw new Error('Expected a place, got the end');
  const link = takeStep(text, first.place, '1');
  expect(writeStep(text, link, { link: 'uppolice.gov.in/q/BCDFGH' })).toBe(
    'The UP COP app is free: uppolice.gov.in/q/BCDFGH',
  );
  expect(writeStep(text, link, {})).toContain('{link}');
});
