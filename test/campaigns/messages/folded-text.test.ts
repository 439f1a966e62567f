import { expect, test } from 'vitest';
import { anySpelling } from '../../../campaigns/messages/folded-text.ts';
import { appealFaults } from '../../../campaigns/messages/lint-appeals.ts';
import { wordingFaults } from '../../../campaigns/messages/lint-wording.ts';

test.each([
  { text: 'Share the app and w1n a phone.', typed: 'w1n' },
  { text: 'Share the app for the l.o.t.t.e.r.y ticket.', typed: 'l.o.t.t.e.r.y' },
  { text: 'Share the app for the l o t t e r y ticket.', typed: 'l o t t e r y' },
])('an offer is quoted as it is typed: $typed', ({ text, typed }) => {
  expect(
    wordingFaults(text, 'government')
      .map(({ message }) => message.en)
      .join(),
  ).toContain(typed);
});

test.each([
  { text: 'Come to the meeting of the B.J.P on Sunday.', typed: 'B.J.P' },
  { text: 'V0te for our party on Sunday.', typed: 'V0te' },
])('an appeal is quoted as it is typed: $typed', ({ text, typed }) => {
  expect(
    appealFaults(text)
      .map(({ message }) => message.en)
      .join(),
  ).toContain(typed);
});

test.each([
  { pattern: 'ह[ाँं]', finds: ['हँ', 'हं', 'हा'], not: ['ह', 'ह['] },
  { pattern: 'ह[^ँ]', finds: ['हा'], not: ['हँ', 'हं'] },
  { pattern: '[फ़ज़]ी', finds: ['फ़ी', 'फी', 'ज़ी', 'जी'], not: ['?ी', '़ी'] },
  { pattern: 'माँ', finds: ['माँ', 'मां'], not: ['मा'] },
])(
  'a pattern with a class of letters finds either spelling: $pattern',
  ({ pattern, finds, not }) => {
    const expression = new RegExp(`^(?:${anySpelling(pattern)})$`, 'u');
    expect([...finds, ...not].filter((word) => expression.test(word.normalize('NFC')))).toEqual(
      finds,
    );
  },
);
