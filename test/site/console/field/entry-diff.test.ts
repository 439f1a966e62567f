import { expect, test } from 'vitest';
import { activityStatusWords } from '../../../../campaigns/words/activity-words.ts';
import { listChanges } from '../../../../site/islands/console/field/activities/activity-details.ts';

const state = {
  day: '2019-04-05',
  details: { pamphlets: 500 },
  remark: '',
  status: 'approved',
  reason: '',
  photo: null,
} as const;

test('a version says field by field what it changed, and nothing else', () => {
  const after = {
    ...state,
    day: '2019-04-06',
    details: { pamphlets: 5000 },
    remark: 'टंकण त्रुटि',
    status: 'entered',
  } as const;
  const changes = (language: 'hi' | 'en') =>
    listChanges('pamphlet', { before: state, after }, language, activityStatusWords[language]);
  expect(changes('hi')).toEqual([
    { label: 'स्थिति', before: 'जोन से स्वीकृत', after: 'दर्ज' },
    { label: 'दिनांक', before: '5 अप्रैल 2019', after: '6 अप्रैल 2019' },
    { label: 'पम्पलेट की संख्या', before: '500', after: '5,000' },
    { label: 'अभ्युक्ति', before: null, after: 'टंकण त्रुटि' },
  ]);
  expect(changes('en').map(({ label }) => label)).not.toContain('Picture');
  expect(
    listChanges('pamphlet', { before: state, after: state }, 'en', activityStatusWords.en),
  ).toEqual([]);
});

test('another picture is a new one, and a first one is there', () => {
  const change = (before: string | null, after: string | null) =>
    listChanges(
      'board',
      { before: { ...state, photo: before }, after: { ...state, photo: after } },
      'en',
      activityStatusWords.en,
    );
  expect(change(null, 'a')).toEqual([{ label: 'Picture', before: null, after: 'there' }]);
  expect(change('a', 'b')).toEqual([{ label: 'Picture', before: 'there', after: 'a new one' }]);
});
