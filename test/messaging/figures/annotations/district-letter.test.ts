import { expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import type { District } from '../../../../campaigns/directory/station.ts';
import { districtLetter } from '../../../../messaging/figures/district-letters/district-letter.ts';
import { sampleProgress } from '../../../site/site-fixture.ts';
import { listFigures, listTexts } from '../../fixtures/paper-parts.ts';

const campaign = loadCampaign('up-cop');
const { districts } = loadDirectory();
const file = sampleProgress(new Date('2026-11-25T06:00:00Z'));

interface Change {
  progress?: Partial<typeof file>;
  links?: Partial<typeof campaign.links>;
}

/** A letter by what the tests look at. */
function makeLetter(id: string, { progress = {}, links = {} }: Change = {}) {
  const letter = districtLetter(districts.find((district) => district.id === id) as District, {
    campaign: { ...campaign, links: { ...campaign.links, ...links } },
    file: { ...file, ...progress },
  });
  const texts = listTexts(letter);
  const asks = texts.flatMap((text) => /^\(\d\) (.*)/.exec(text)?.[1] ?? []);
  return { figures: listFigures(letter), texts, text: texts.join('\n'), asks };
}

test('every letter has three figures, the place and two different asks', () => {
  for (const { id } of districts) {
    const { figures, text, asks } = makeLetter(id);
    expect([figures.length, asks.length, new Set(asks).size]).toEqual([3, 2, 2]);
    // Districts with too few live boards have no place.
    const band = file.districts.find(({ district }) => district === id)?.score?.band ?? null;
    const compared = file.districts.filter(({ score }) => score?.band != null).length;
    const where = { ahead: 'मध्य से आगे', with: 'औरों के साथ', behind: 'मध्य से पीछे' };
    expect(text).toContain(
      band === null
        ? 'जनपदों में स्थान अभी निर्धारित नहीं हुआ है'
        : `${compared} जनपदों की बढ़त में आपका जनपद ${where[band]} है`,
    );
  }
});

test('one sentence says how the boards that are proven and those that are left belong together', () => {
  const own = file.districts.map((entry) => ({
    ...entry,
    boards: { ...entry.boards, stations: 49, up: 14, verified: 11 },
  }));
  const { figures, text, asks } = makeLetter('agra', { progress: { districts: own } });
  expect(figures[0]?.value).toBe('11 / 49');
  expect(asks.join()).toContain('शेष 35 थानों');
  expect(text).toContain(
    '49 थानों में से 14 में बोर्ड लगना दर्ज है: 11 का फ़ोटो प्रमाणित है, 3 का शेष है; 35 थानों में बोर्ड अभी लगना है।',
  );
});

test('it names the number for missed calls where the campaign has one', () => {
  const said = (missedCall: string | null) => makeLetter('agra', { links: { missedCall } }).text;
  expect(said('9454401122')).toContain('9454401122 पर मिस्ड कॉल');
  expect(said(null)).not.toContain('मिस्ड');
});

test('what brings most points is asked first', () => {
  expect(makeLetter('agra').asks[0]).toMatch(/^शेष \d+ थानों पर बोर्ड/);
});

test('without any score it asks for the boards and a first entry, and claims no place', () => {
  const bare = file.districts.map((own) => ({
    ...own,
    score: null,
    boards: { ...own.boards, up: 0, verified: 0 },
  }));
  const { asks, text, figures } = makeLetter('agra', { progress: { districts: bare } });
  expect(text).toContain('निर्धारित नहीं');
  expect(figures[2]?.value).toBe('–');
  expect(asks[1]).toContain('आरंभ');
});

test.each([
  ['2019-04-12', 'वरिष्ठ पुलिस अधीक्षक/पुलिस अधीक्षक,'],
  ['2026-11-25', 'पुलिस आयुक्त,'],
])('on %s it goes to who heads the district then', (today, head) => {
  expect(makeLetter('agra', { progress: { today } }).texts).toContain(head);
});
