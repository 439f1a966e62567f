import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import type { OwnedCode } from '../../../../campaigns/links/registry.ts';
import { page } from '../../../../messaging/platform/http/html.ts';
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
    expect(html).toContain('પ્રદર્શન નમૂનો: વિગતોની ખરાઈ બાકી છે');
    expect(html).toContain('Demonstration, facts unconfirmed');
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
