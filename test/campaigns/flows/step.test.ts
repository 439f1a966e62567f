import { describe, expect, it, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { type Flow, flowSchema } from '../../../campaigns/flows/flow.ts';
import {
  beginFlow,
  leaveVoicemail,
  refuseStep,
  type Step,
  takeStep,
} from '../../../campaigns/flows/step.ts';

const { call } = loadCampaign('up-cop').flows;
const at = (node: string, round = 1) => ({ node, language: 'hi' as const, round });

describe('the call of UP COP', () => {
  it('greets, offers its keys and waits', () => {
    expect(beginFlow(call, 'hi')).toEqual({
      say: ['greeting', 'menu'],
      refused: ['greeting', 'menu'],
      language: 'hi',
      action: null,
      place: at('menu'),
    });
  });
  it.each([
    { key: '1', say: ['linkSent', 'goodbye'], action: { do: 'link' }, ends: true },
    { key: '2', say: ['greeting', 'menu'], action: null, ends: false },
    { key: '3', say: ['greeting', 'menu'], action: null, ends: false, language: 'en' },
    { key: '9', say: ['neverAgain'], action: { do: 'opt-out' }, ends: true },
    { key: '5', say: ['wrongKey', 'menu'], action: null, ends: false },
    { key: '', say: ['wrongKey', 'menu'], action: null, ends: false },
  ])('answers key "$key"', ({ key, say, action, ends, language = 'hi' }) => {
    const step = takeStep(call, at('menu'), key);
    expect(step).toMatchObject({ say, action, language });
    expect(step.place === null).toBe(ends);
    if (step.place !== null) expect(step.place).toEqual({ node: 'menu', language, round: 2 });
  });
  it.each(['2', '5', ''])('ends after the third round, whatever is pressed (%j)', (key) => {
    expect(takeStep(call, at('menu', 2), key).place).not.toBeNull();
    expect(takeStep(call, at('menu', 3), key)).toMatchObject({ say: ['goodbye'], place: null });
  });
  it('still does what is asked in the last round', () => {
    expect(takeStep(call, at('menu', 3), '9')).toMatchObject({ action: { do: 'opt-out' } });
  });
  it('promises nothing where no link comes', () => {
    const refused = refuseStep(takeStep(call, at('menu'), '1'));
    expect(refused).toMatchObject({ say: ['goodbye'], action: null, place: null });
  });
  it('leaves a machine its own words, or none where they are switched off', () => {
    expect(leaveVoicemail(call, 'en')).toMatchObject({ say: ['voicemail'], place: null });
    expect(leaveVoicemail({ ...call, machine: null }, 'hi').say).toEqual([]);
  });
});

const label = { hi: 'चुनें', en: 'Choose' };
const tree: Flow = flowSchema.parse({
  start: 'language',
  rounds: 4,
  wrong: ['wrong'],
  end: ['bye'],
  nodes: {
    language: {
      ask: ['chooseLanguage'],
      keys: {
        1: { label, language: 'hi', go: 'menu' },
        2: { label, language: 'en', go: 'menu', say: ['english'] },
      },
    },
    menu: {
      say: ['greeting'],
      ask: ['menu'],
      keys: {
        1: { label, do: 'link', say: ['linkSent'], refused: ['noLink'], go: 'menu' },
        4: { label, go: 'station' },
        '*': { label, transfer: '112', say: ['wait'] },
      },
    },
    station: {
      ask: ['whichPlace'],
      keys: { 0: { label, go: 'menu' } },
      text: { do: 'station', say: ['found'], refused: ['notFound'], go: 'menu' },
    },
  },
});

test('a language that is chosen first is spoken from the same step on', () => {
  expect(beginFlow(tree, 'hi')).toMatchObject({ say: ['chooseLanguage'], language: 'hi' });
  const step = takeStep(tree, at('language'), '2');
  expect(step).toMatchObject({ say: ['english', 'greeting', 'menu'], language: 'en' });
  expect(step.place).toEqual({ node: 'menu', language: 'en', round: 2 });
});

test('a link that cannot be sent says so and goes on as the link would', () => {
  const step = takeStep(tree, at('menu'), '1');
  expect(step.say).toEqual(['linkSent', 'greeting', 'menu']);
  const say = ['noLink', 'greeting', 'menu'];
  expect(refuseStep(step)).toMatchObject({ say, place: at('menu', 2) });
});

test('a transfer says its word, names the number and ends', () => {
  const action = { do: 'transfer', number: '112' };
  const step = takeStep(tree, at('menu'), '*');
  expect(step).toMatchObject({ say: ['wait'], action, place: null });
});

test.each<{ input: string; what: Partial<Step> }>([
  { input: ' हज़रतगंज ', what: { action: { do: 'station', text: 'हज़रतगंज' } } },
  { input: '०', what: { action: null, say: ['greeting', 'menu'] } },
  { input: '  ', what: { action: null, say: ['wrong', 'whichPlace'] } },
])('a text that is no key ($input) is taken as one', ({ input, what }) => {
  expect(takeStep(tree, at('station'), input)).toMatchObject(what);
});
