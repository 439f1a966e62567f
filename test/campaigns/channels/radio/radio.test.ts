import { expect, test } from 'vitest';
import { campaignSchema } from '../../../../campaigns/campaign.ts';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import {
  longestCode,
  type Radio,
  radioSchema,
  spokenCode,
  spotFileName,
  spotText,
  tooLong,
} from '../../../../campaigns/channels/radio/radio.ts';
import { recordingScripts } from '../../../../campaigns/channels/radio/script.ts';
import {
  countSpeech,
  estimateSeconds,
  secondsOfCounts,
} from '../../../../campaigns/channels/radio/speech-length.ts';

const campaign = loadCampaign('up-cop');
const radio = campaign.radio as Radio;
const { hi } = campaign.messages.call;

// Measured with espeak-ng's Hindi voice at 160 words a minute.
test.each([
  { label: 'a script for 10 s', aksharas: 59, stops: 6, measured: 10.4 },
  { label: 'a script for 20 s', aksharas: 112, stops: 9, measured: 19.7 },
  { label: 'a script too long for 30 s', aksharas: 180, stops: 19, measured: 32.0 },
  { label: 'the greeting of a call', aksharas: 85, stops: 6, measured: 13.8 },
  { label: 'the menu of a call', aksharas: 58, stops: 6, measured: 10.8 },
])('the formula tells how long $label takes', ({ measured, ...counts }) => {
  expect(Math.abs(secondsOfCounts(counts) - measured)).toBeLessThan(0.55);
});

test('aksharas are what is written as one, and stops are where a voice pauses', () => {
  expect(countSpeech('क्यों? हाँ, 112।')).toEqual({ aksharas: 5, stops: 3 });
  expect(countSpeech(hi.greeting.text)).toEqual({ aksharas: 85, stops: 6 });
  expect(countSpeech(hi.menu.text)).toEqual({ aksharas: 58, stops: 6 });
  expect(estimateSeconds(hi.menu.text, 1.1)).toBeCloseTo(1.1 * estimateSeconds(hi.menu.text));
});

test('every spot fits its seconds, whatever its code, and says the name of the app', () => {
  for (const spot of radio.spots) {
    expect(tooLong(spot, radio), spot.id).toBeNull();
    expect(spotText(spot, radio, { code: longestCode, missedCall: null })).toContain('यूपी कॉप');
    expect(spotText(spot, radio, { code: longestCode, missedCall: null })).not.toMatch(/[{}]/);
  }
  expect(
    radio.spots.filter(({ language }) => language === 'hi').map(({ seconds }) => seconds),
  ).toEqual([10, 20, 30]);
  // Nobody has checked what is not Hindi.
  for (const { language, proposal } of radio.spots) expect(proposal).toBe(language !== 'hi');
});

test('where the campaign has a number for missed calls, the longest spot says it', () => {
  const spot = radio.spots.find(({ id }) => id === 'dialogue-30') as (typeof radio.spots)[number];
  const said = (missedCall: string | null) =>
    spotText(spot, radio, { code: longestCode, missedCall });
  expect(said('9454401122')).toContain(
    'यू पी सी ओ पी। या मिस्ड कॉल दीजिए, नौ चार पाँच चार चार, ज़ीरो एक एक दो दो। आपात स्थिति में एक सौ बारह',
  );
  expect(said(null)).toContain('यू पी सी ओ पी। आपात स्थिति में एक सौ बारह');
  const { links, messages } = campaign;
  const optOut = { ...messages.optOut, missedCall: '09454401122' };
  const both = { ...campaign, links: { ...links, missedCall: '9454401122' } };
  expect(campaignSchema.safeParse(both).success).toBe(true);
  expect(
    campaignSchema.safeParse({ ...both, messages: { ...messages, optOut } }).error?.issues,
  ).toMatchObject([{ path: ['links', 'missedCall'] }]);
});

test('a text too long for its seconds is refused by name, at the pace of the real voice too', () => {
  const [spot] = radio.spots;
  if (spot === undefined) throw new Error('Expected a spot');
  const twice = { ...spot, lines: [...spot.lines, ...spot.lines] };
  expect(tooLong(twice, radio)).toMatchObject({ name: 'ScriptTooLong', spot: spot.id });
  expect(tooLong(spot, { ...radio, voiceFactor: 1.25 })).not.toBeNull();
  const read = radioSchema.safeParse({ ...radio, spots: [twice] });
  expect(read.error?.issues).toMatchObject([
    {
      path: ['spots', 0],
      message: expect.stringMatching(/^script-too-long: .* 10 s at most .* got/),
    },
  ]);
});

test('two spots of one length and language are refused: they would have one name', () => {
  const again = radio.spots.map((spot) => ({ ...spot, id: `${spot.id}-b` }));
  const read = radioSchema.safeParse({ ...radio, spots: [...radio.spots, ...again] });
  expect(read.error?.issues[0]?.message).toContain('10 s in hi');
});

test('a code is said symbol by symbol in two groups, and names the file', () => {
  expect(spokenCode('001Y5R')).toBe('ज़ीरो ज़ीरो एक, वाई पाँच आर');
  expect(() => spokenCode('00AEI0')).toThrow('symbols of a short code');
  const [spot] = radio.spots;
  expect(spot && spotFileName('UP COP', spot, '001Y5R')).toBe('UPCOP_R_001Y5R_10_HI');
});

test('seven prompts in each language are recorded, with the text that is registered', () => {
  const scripts = recordingScripts(campaign, '001Y5R');
  const prompts = scripts.filter(({ use }) => use === 'prompt');
  expect(prompts).toHaveLength(14);
  expect(prompts.find(({ id }) => id === 'prompt-hi-link-sent')?.text).toBe(hi.linkSent.text);
  expect(new Set(scripts.map(({ id }) => id)).size).toBe(scripts.length);
  // Another campaign has no radio, and its call is recorded all the same.
  expect(recordingScripts({ ...campaign, radio: undefined }, '')).toHaveLength(15);
});
