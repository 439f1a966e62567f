import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { ownLanguages } from '../../../../campaigns/language.ts';
import type { OwnedCode } from '../../../../campaigns/links/registry.ts';
import { page } from '../../../../messaging/platform/http/html.ts';
import { closedCode } from '../../../../messaging/scanning/scans/answer-scan.ts';
import { unknownCode } from '../../../../messaging/scanning/scans/unknown-code.ts';

function renderPage(id: string, owner: OwnedCode['owner']): string {
  const campaign = loadCampaign(id);
  const near = [{ serial: 1, channel: 'board', code: '17SN0N', owner }] as unknown as OwnedCode[];
  const places = { campaign, directory: loadDirectory({ campaign: id }) };
  const { title, body } = unknownCode('xxxx', near, places);
  return page(title, campaign, body);
}

describe('the page for a code that nobody registered', () => {
  test('is Gujarati and English in Gujarat’s campaign, and marked as a demonstration', () => {
    const html = renderPage('gujarat-citizen-first', {
      scope: 'station',
      district: 'porbandar',
      station: 'kirtimandir',
    });
    expect(html).toContain('<html lang="gu">');
    expect(html).toContain('આ કોડ મળ્યો નથી: <code>XXXX</code>');
    expect(html).toContain('સીધી Citizen First એપ મેળવો');
    expect(html).toContain('Get the Citizen First app directly');
    expect(html).toContain('પોરબંદર જિલ્લો');
    expect(html).toContain('પ્રદર્શન નમૂનો: ભાષા, વિગતો ચકાસાઈ નથી');
    expect(html).toContain('Demonstration: not read by a native reader');
    expect(html).not.toMatch(/[\u0900-\u0963\u0966-\u097F]|UP COP|Uttar Pradesh/);
  });

  test('names UP COP and its state in the first campaign, without a mark', () => {
    const html = renderPage('up-cop', { scope: 'outlet', id: 'jagran' });
    expect(html).toContain('<html lang="hi">');
    expect(html).toContain('सीधे UP COP ऐप पाएँ');
    expect(html).toContain('उत्तर प्रदेश · jagran');
    expect(html).toContain('Uttar Pradesh · jagran');
    expect(html).not.toContain('class="mark"');
  });
});

test.each(ownLanguages.filter((language) => language !== 'hi'))(
  'the page for a closed code is in %s, with English below each sentence',
  (language) => {
    const campaign = {
      ...loadCampaign('up-cop'),
      languages: [language, 'en'] as [typeof language, 'en'],
    };
    const { title, body } = closedCode('17SN0N', 'misused', campaign);
    const html = page(title, campaign, body);
    const own = html.replaceAll(/<(\w+) lang="en"[^>]*>[^<]*<\/\1>/g, '');
    expect(own).toContain(title);
    expect(own).not.toMatch(/This code|Trust no link|Get the/);
    expect(html).toContain('This code was misused, so the police closed it.');
  },
);
