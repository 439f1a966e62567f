import { describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import {
  findOptOutWays,
  heardOptOut,
  isSameNumber,
  namesNumber,
  noOptOutNumbers,
} from '../../../campaigns/messages/opt-out-ways.ts';
import { listOptOutWays } from '../../../campaigns/words/opt-out-words.ts';
import { noticeSections } from '../../../site/i18n/privacy-prose.ts';

const campaign = loadCampaign('up-cop');
const all = { sms: { number: '56161', word: 'UPCOP STOP' }, missedCall: '05224000000' };
const plain = campaign.messages.templates.filter(({ links }) => links === undefined);

function notice(messages: Partial<typeof campaign.messages>): string {
  const sections = noticeSections({ ...campaign, messages: { ...campaign.messages, ...messages } });
  const how = sections.find(({ title }) => title.en === 'How to stop the messages');
  return (how?.paragraphs ?? []).map(({ en }) => en).join(' ');
}

describe('the notice for those who get messages', () => {
  it('names no way that is not set up', () => {
    const said = notice({ optOut: noOptOutNumbers, templates: plain });
    expect(said).toMatch(/Press 9/);
    expect(said).not.toMatch(/STOP|link|missed/);
  });
  it('names each way that is', () => {
    expect(notice({ optOut: all })).toMatch(
      /link to stop.*UPCOP STOP by SMS to 56161.*missed call to 05224000000.*Press 9/,
    );
    expect(notice({})).toMatch(/link to stop/);
  });
});

it('each way has its sentence, and a call its key', () => {
  const count = (messages: Parameters<typeof findOptOutWays>[0]) =>
    listOptOutWays(findOptOutWays(messages)).length;
  expect(count({ optOut: noOptOutNumbers, templates: [] })).toBe(1);
  expect(count({ optOut: all, templates: [{ links: ['app', 'stop'] }] })).toBe(4);
});

it.each([
  { names: ['emulator'], heard: all },
  { names: ['emulator', 'cdac'], heard: noOptOutNumbers },
  { names: ['emulator', 'smpp', 'nic'], heard: { ...all, missedCall: null } },
  { names: ['emulator', 'exotel'], heard: all },
  { names: ['emulator', 'twilio'], heard: all },
])('only what a gateway passes on is heard: $names', ({ names, heard }) => {
  expect(heardOptOut(all, Object.fromEntries(names.map((name) => [name, {}])))).toEqual(heard);
});

it('a number is the same however it is written', () => {
  expect(isSameNumber('+915224000000', '05224000000')).toBe(true);
  expect(isSameNumber('5224000000', '05224000000')).toBe(true);
  expect(isSameNumber('', '05224000000')).toBe(false);
  expect(isSameNumber('56161', '56162')).toBe(false);
  expect(namesNumber('STOP लिखकर ५६१६१ पर भेजें', '56161')).toBe(true);
  expect(namesNumber('0522 400 0000 पर मिस्ड कॉल दें', '05224000000')).toBe(true);
});
