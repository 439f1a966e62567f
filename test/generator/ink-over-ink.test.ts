import { expect, test } from 'vitest';
import { inspectArtworks, type Place } from './inspect-artworks.ts';
import { campaign } from './press-room.ts';

// Names and mottoes of other lengths than the campaign's, from the shortest to the longest and with letters that reach far over and
// under the others.
const apps = ['112', 'Go', 'यूपी कॉप', 'हौसला', 'जनसुनवाई सूँघी', 'नागरिक सुरक्षा मित्र ऐप'];
const mottoes = ['सेवा', 'सुरक्षा आपकी, संकल्प हमारा', 'सेवा, सुरक्षा, सम्मान: हर नागरिक के साथ'];
const places: readonly Place[] = [
  { name: 'थाना एट', districtName: 'जनपद जालौन' },
  { name: 'जी.आर.पी. थाना पं. दीन दयाल उपाध्याय जंक्शन', districtName: 'जनपद चन्दौली' },
];
const pieces = [
  ...['board', 'pamphlet', 'pamphlet-large', 'pamphlet-one-ink', 'poster-a3', 'standee'],
  ...['sticker', 'tent'],
];

/** Letters that a room makes too small are refused by another rule, which is right. */
const refused = 'heights';

test.each(apps.flatMap((app) => mottoes.map((motto) => [app, motto] as const)))(
  'no ink of one part is over another on any side: the app %s with the motto %s',
  async (nameHi, motto) => {
    const { app, copy } = campaign;
    const renamed = {
      ...campaign,
      app: { ...app, nameHi },
      copy: { ...copy, motto: { hi: motto, en: motto } },
    };
    const made = await inspectArtworks(renamed, pieces, () => places);
    expect(made).toHaveLength(pieces.length * places.length);
    const told = made.flatMap(({ artwork, found }) =>
      found.map(({ rule, expected, found }) => `${artwork} ${rule}: ${expected}, ${found}`),
    );
    expect(told.filter((each) => !each.includes(` ${refused}: `))).toEqual([]);
  },
);
