import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { unsubscribePlace } from '../../../../messaging/mail/delivery/letter.ts';
import { findVoice } from '../../../../messaging/mail/delivery/letters/voice.ts';
import { findSender } from '../../../../messaging/mail/delivery/mail-settings.ts';
import { letters } from './all-letters.ts';

describe('letters', () => {
  test('that come again and again can be ended by who gets them, and those of an account cannot', () => {
    const voice = findVoice(loadCampaign('up-cop'), 'hi');
    const endable = letters.map((write) => {
      const { text, html } = write(voice);
      return [text, html].map((body) => body.includes(unsubscribePlace));
    });
    const [yes, no] = [
      [true, true],
      [false, false],
    ];
    // A notice of the account, an alert, an approval, directions, an invitation, the kit, the month, a reminder, what was returned, the week.
    expect(endable).toEqual([no, yes, yes, yes, no, no, yes, yes, yes, yes]);
  });

  test('of a campaign in another language are English, in its own name, and marked as a demonstration', () => {
    const voice = findVoice(loadCampaign('gujarat-citizen-first'), 'hi');
    expect(voice.language).toBe('en');
    for (const { subject, text, html } of letters.map((write) => write(voice))) {
      expect(`${subject} ${text} ${html}`).not.toMatch(/[\u0900-\u097F]|UP COP|Uttar Pradesh/);
      expect(text).toContain(
        '-- \nCitizen First outreach · Gujarat Police · Demonstration: not read by a native reader\n',
      );
    }
    expect(letters[5]?.(voice).subject).toBe(
      'Citizen First: print files for Porbandar district, 6 stations',
    );
  });

  test.each([
    [
      'hi',
      'यूपी कॉप प्रचार अभियान · उत्तर प्रदेश पुलिस',
      [
        'यूपी कॉप विभागीय पोर्टल: आपका पासवर्ड बदला गया',
        'यूपी कॉप: चेतावनी',
        'यूपी कॉप प्रचार अभियान: खाता खोलने का आमंत्रण',
        'यूपी कॉप: जनपद पोरबंदर की मुद्रण सामग्री, 6 थाने',
        'यूपी कॉप: अप्रैल 2019 का समीक्षा नोट',
        'यूपी कॉप: साप्ताहिक आँकड़े, 12 अप्रैल 2019',
      ],
    ],
    [
      'en',
      'UP COP outreach · Uttar Pradesh Police',
      [
        'UP COP console: Your password was changed',
        'UP COP: alert',
        'UP COP outreach: invitation to open an account',
        'UP COP: print files for Porbandar district, 6 stations',
        'UP COP: review note of April 2019',
        'UP COP: weekly figures, 12 April 2019',
      ],
    ],
  ] as const)('of UP COP are in %s as they are asked for', (language, house, subjects) => {
    const voice = findVoice(loadCampaign('up-cop'), language);
    const written = letters.map((write) => write(voice));
    expect(
      written.every(
        ({ text }) => text.endsWith(`-- \n${house}\n`) || text.includes(`-- \n${house}\n\n`),
      ),
    ).toBe(true);
    const found = written.map(({ subject }) => subject);
    expect(found).toEqual(expect.arrayContaining([...subjects]));
  });
});

test('without MAIL_FROM letters are from the campaign, at a mailbox that there is not', () => {
  const from = (id: string) => findSender({ from: undefined }, loadCampaign(id));
  expect(from('up-cop')).toEqual({ name: 'UP COP', address: 'up-cop@localhost.invalid' });
  expect(from('gujarat-citizen-first')).toEqual({
    name: 'Citizen First',
    address: 'gujarat-citizen-first@localhost.invalid',
  });
});
