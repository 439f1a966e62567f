import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { keptPairs, listKept } from '../../../campaigns/privacy/kept-data.ts';
import { noticeAddress } from '../../../campaigns/privacy/notice.ts';
import { retention } from '../../../campaigns/privacy/retention.ts';
import { pairs } from '../../../campaigns/words/pairs.ts';
import { grievanceLines, noticeSections } from '../../../site/i18n/privacy-prose.ts';

const { hi, en } = pairs(keptPairs);
const keptData = listKept(hi, en);
const campaign = loadCampaign('up-cop');

test.each(['hi', 'en'] as const)('the privacy page says every period, in %s', (language) => {
  const said = keptData.map(({ until }) => until[language]).join(' ');
  const { unfinishedUploadDays: _half, ...told } = retention;
  for (const [name, period] of Object.entries(told)) {
    expect(said, name).toMatch(new RegExp(`(?<!\\d)${period} `));
  }
});

test('the notice says how to stop, how to delete, and where to complain', () => {
  const notice = noticeSections(campaign).flatMap(({ paragraphs }) => paragraphs);
  for (const language of ['hi', 'en'] as const) {
    const text = notice.map((paragraph) => paragraph[language]).join('\n');
    for (const part of ['9', 'Data Protection Board', noticeAddress(campaign.links.host)]) {
      expect(text).toContain(part);
    }
    expect(text).toContain(campaign.copy.owner[language]);
  }
});

test('what nobody has confirmed of the grievance contact says so', () => {
  const office = { hi: 'कार्यालय', en: 'Office' };
  const given = { office, email: 'a@police.example', phone: null };
  const lines = (confirmed: boolean) =>
    grievanceLines({ grievance: { ...given, confirmed } }).map(({ en }) => en);
  expect(lines(false)).toEqual([
    'Grievance contact: Office (to be confirmed)',
    'E-mail: a@police.example (to be confirmed)',
    'Phone: to be confirmed',
  ]);
  expect(lines(true)).toEqual([
    'Grievance contact: Office',
    'E-mail: a@police.example',
    'Phone: to be confirmed',
  ]);
});
