import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import type { Social } from '../../../campaigns/channels/social/social.ts';
import { createKit } from '../../../generator/artwork/artwork.ts';
import { createCardRenderer } from '../../../generator/channels/social/render-card.ts';
import { stampStationCard, stationCard } from '../../../generator/channels/social/station-card.ts';
import { loadFonts } from '../../../generator/layout/fonts-fs.ts';
import { loadPictures } from '../../../generator/layout/pictures-fs.ts';
import { layOut } from '../../../generator/layout/satori.ts';
import { goldenDifference, renderPage } from '../fixture.ts';
import { inspectArtworks } from '../inspect-artworks.ts';
import { demonstrationIn, readWords, writtenScripts } from './demonstration.ts';

const pieces = ['board', 'pamphlet', 'poster-a3', 'standee', 'sticker', 'tent'];
const url = 'https://DEMO.EXAMPLE/Q17SN0N';

describe.each(writtenScripts)('a campaign in %s', (script) => {
  const campaign = demonstrationIn(script);
  const places = readWords(script).stations.map(([name, districtName]) => ({ name, districtName }));

  test('breaks no rule of preflight on any piece, with usual, long and tall names', async () => {
    const inspected = await inspectArtworks(campaign, pieces, () => places);
    expect(
      inspected.flatMap(({ artwork, place, found }) =>
        found.map((finding) => ({ artwork, name: place.name, ...finding })),
      ),
    ).toEqual([]);
    for (const [artwork, page, widthPx] of [
      ['board', 0, 700],
      ['pamphlet', 1, 420],
    ] as const) {
      const pdf = inspected.find((each) => each.artwork === artwork)?.pdf ?? Buffer.alloc(0);
      const golden = `${script.toLowerCase()}-${artwork}-${page}`;
      const picture = await renderPage(pdf, page, widthPx);
      expect(await goldenDifference(golden, picture), golden).toBeLessThan(0.002);
    }
  });

  test('has a card for a station’s phones that says what it is, with every name within its edges', async () => {
    const { station } = loadCampaign('up-cop').social as Social;
    const { px, maxBytes } = station;
    const kit = createKit(campaign, loadFonts());
    const layout = await layOut(
      stationCard(kit, station),
      { trimMm: px, bleedMm: 0, unitsPerMm: 1 },
      { fonts: kit.fonts, pictures: loadPictures() },
    );
    expect(layout.shapes.map(({ part }) => part)).toContain('tag');
    const safe = { width: px.width - 72, height: px.height - 72 };
    const render = createCardRenderer(layout, { px, safe, maxBytes });
    for (const place of places) {
      const imprint = { district: 'some', station: 'where', code: '17SN0N', url, ...place };
      const stamped = stampStationCard(layout.slots, imprint, kit, station);
      expect(() => render(stamped, place.name)).not.toThrow();
    }
  });
});
