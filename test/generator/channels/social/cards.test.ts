import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { cardPath } from '../../../../campaigns/channels/social/card-paths.ts';
import type { Social } from '../../../../campaigns/channels/social/social.ts';
import { boardStations } from '../../../../campaigns/directory/station.ts';
import { stripName } from '../../../../campaigns/directory/strip-name.ts';
import { createKit } from '../../../../generator/artwork/artwork.ts';
import { card } from '../../../../generator/channels/social/card.ts';
import { fitLines } from '../../../../generator/channels/social/fit-lines.ts';
import { makeSocial } from '../../../../generator/channels/social/maker.ts';
import { spokenIn } from '../../../../generator/channels/social/open-post-card.ts';
import {
  createCardRenderer,
  findOutside,
} from '../../../../generator/channels/social/render-card.ts';
import {
  stampStationCard,
  stationCard,
} from '../../../../generator/channels/social/station-card.ts';
import { loadConfig } from '../../../../generator/config.ts';
import type { Line } from '../../../../generator/layout/drawing.ts';
import { loadFonts } from '../../../../generator/layout/fonts-fs.ts';
import type { Node } from '../../../../generator/layout/node.ts';
import { loadPictures } from '../../../../generator/layout/pictures-fs.ts';
import { layOut } from '../../../../generator/layout/satori.ts';
import { subunits } from '../../../../generator/layout/typeface.ts';
import { openDirectory, openRegistry } from '../../../../generator/run/sources-fs.ts';
import type { ShelfSources } from '../../../../generator/shelf/item.ts';
import { openFolder } from '../../../folders.ts';
import { readCodes } from '../../fixture.ts';

const campaign = loadCampaign('up-cop');
const social = campaign.social as Social;
const fonts = loadFonts();
const pictures = loadPictures();
const room = openFolder('social-');

let sources: ShelfSources;
beforeAll(async () => {
  const config = loadConfig({ DATA_DIR: room });
  const directory = openDirectory(config);
  const registry = await openRegistry(config, []);
  sources = { config, campaign, directory, registry, out: room, districts: [], stations: [] };
});

const surfaceOf = (id: string) => {
  const found = social.surfaces.find((surface) => surface.id === id);
  if (found === undefined) throw new Error(`Expected a surface for \`id\`, got "${id}"`);
  return found;
};

const layOutCard = (tree: Node, px: { width: number; height: number }) =>
  layOut(tree, { trimMm: px, bleedMm: 0, unitsPerMm: 1 }, { fonts, pictures });

// One surface a shape: the generator looks at each card again when it draws it.
test('every text of every card keeps within its safe middle, in each shape and both languages', async () => {
  const shapes = new Map(social.surfaces.map((surface) => [surface.shape, surface]));
  for (const language of ['hi', 'en'] as const) {
    const kit = createKit(spokenIn(campaign, language), fonts);
    for (const post of social.posts) {
      const { headline, answer, action } = post;
      const words = {
        headline: headline[language],
        answer: answer[language],
        action: action[language],
      };
      for (const surface of shapes.values()) {
        const laid = await layOutCard(card(kit, surface, { post, words }), surface.px);
        expect(laid.shapes.filter(({ part }) => part === 'headline').length).toBeGreaterThan(0);
        expect(findOutside(laid.shapes, surface), `${post.id} ${surface.id}`).toEqual([]);
      }
    }
  }
});

describe('the cards of a post', () => {
  test('are planned for every surface and platform, with captions and a description', async () => {
    const items = await makeSocial(sources);
    const files = items.flatMap((item) => item.files);
    const cards = files.filter(({ item }) => item.startsWith('card-'));
    const perPost = social.surfaces.reduce((sum, { platforms }) => sum + platforms.length, 0);
    expect(cards).toHaveLength(social.posts.length * 2 * perPost);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    expect(files.filter(({ item }) => item === 'alt')).toHaveLength(social.posts.length * 2);
    const calendar = files.filter(({ item }) => item.startsWith('calendar'));
    expect(calendar.map(({ format }) => format)).toEqual(['ics', 'csv', 'pdf']);
  });

  test('hold each platform’s own code, and keep within their bytes', async () => {
    const only: Social = {
      ...social,
      posts: social.posts.slice(0, 1),
      surfaces: [surfaceOf('facebook'), surfaceOf('square')],
      calendar: { ...social.calendar, entries: [] },
    };
    const items = await makeSocial({ ...sources, campaign: { ...campaign, social: only } });
    const [item] = items;
    for (const { path } of item?.files ?? [])
      mkdirSync(dirname(join(room, path.slice('social/'.length))), { recursive: true });
    await item?.make(room, new AbortController().signal);
    const place = { campaign: 'up-cop', post: 'lost-phone', language: 'hi' } as const;
    const codes: string[] = [];
    for (const [surface, platform] of [
      ['facebook', 'facebook'],
      ['square', 'telegram'],
    ] as const) {
      const path = cardPath(place, surface, platform);
      const png = readFileSync(join(room, path.slice('social/'.length)));
      const { px, maxBytes } = surfaceOf(surface);
      expect(png.length).toBeLessThanOrEqual(maxBytes);
      const { data, info } = await sharp(png)
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([px.width, px.height]);
      const [read = ''] = await readCodes({ ...info, rgba: data });
      const owner = { scope: 'outlet', id: platform } as const;
      expect(read).toBe(`https://UPPOLICE.GOV.IN/Q${sources.registry.codeFor(owner, 'social')}`);
      codes.push(read);
    }
    expect(new Set(codes).size).toBe(2);
  });

  test('are refused by name when a post does not fit', async () => {
    const [post, ...rest] = structuredClone(social.posts);
    if (post === undefined) throw new Error('Expected a post, got none');
    post.alt.hi = 'क'.repeat(126);
    const changed = { ...campaign, social: { ...social, posts: [post, ...rest] } };
    await expect(makeSocial({ ...sources, campaign: changed })).rejects.toThrow(
      /1 faults:\n {2}lost-phone\.alt\.hi: too-long: expected at most 125 characters, got 126/,
    );
  });
});

test('a card is refused when a text leaves the middle or the file is too large', async () => {
  const kit = createKit(campaign, fonts);
  const square = surfaceOf('square');
  const post = social.posts[0] as Social['posts'][number];
  const words = { headline: 'मोबाइल खो~गया?', answer: 'ऐप पर', action: 'दर्ज करें' };
  const tree = card(kit, square, { post, words });
  const layout = await layOutCard(tree, square.px);
  const narrow = { ...square, safe: { width: 900, height: 1020 } };
  expect(() => createCardRenderer(layout, narrow)([], 'card')).toThrow(
    /texts and code of card within the middle 900 × 1020 px, got \w+/,
  );
  expect(() => createCardRenderer(layout, { ...square, maxBytes: 1000 })([], 'card')).toThrow(
    /at most 1000 bytes for card, got \d+/,
  );
});

test.each(['plain', 'station'] as const)(
  'the phone of every shape has the roof where the idea asks for it, and whose it is stands once: %s',
  (idea) => {
    const kit = createKit({ ...campaign, idea }, fonts);
    const post = social.posts[0] as Social['posts'][number];
    const words = { headline: 'मोबाइल खो~गया?', answer: 'ऐप पर', action: 'दर्ज करें' };
    for (const surface of social.surfaces) {
      const nodes = nodesOf(card(kit, surface, { post, words }));
      const flags = nodes.filter((node) => node.kind === 'emblem' && node.of === 'flag');
      expect(flags, surface.id).toHaveLength(idea === 'station' ? 1 : 0);
      const owners = nodes.filter((node) => node.kind === 'text' && node.part === 'owner');
      expect(owners, surface.id).toHaveLength(1);
    }
  },
);

const nodesOf = (node: Node): Node[] =>
  node.kind === 'box' ? [node, ...node.children.flatMap(nodesOf)] : [node];

test('every station’s name stands on its card, clear of its edges and of the line below it; the card says why to press its link', async () => {
  const { px } = social.station;
  const kit = createKit(campaign, fonts);
  const layout = await layOutCard(stationCard(kit, social.station), px);
  const parts = layout.shapes.map(({ part }) => part);
  for (const part of ['hook', 'emergency', 'action', 'sender'])
    expect(
      parts.filter((each) => each === part),
      part,
    ).toHaveLength(1);
  const safe = { width: px.width - 72, height: px.height - 72 };
  const out = boardStations(sources.directory).flatMap((station) => {
    const imprint = {
      district: station.district,
      station: station.id,
      name: stripName(station),
      districtName: 'जनपद गौतम बुद्ध नगर',
      code: '17SN0N',
      url: 'https://UPPOLICE.GOV.IN/Q17SN0N',
    };
    const stamped = stampStationCard(layout.slots, imprint, kit, social.station);
    const inks = (wanted: string) =>
      stamped.flatMap((shape) =>
        shape.kind === 'line' && shape.part === wanted ? [inkOf(shape)] : [],
      );
    const foot = Math.max(...inks('name').map(({ bottom }) => bottom));
    const head = Math.min(...inks('district').map(({ top }) => top));
    const gap = Math.round(head - foot);
    return [
      ...findOutside([...layout.shapes, ...stamped], { px, safe }).map(({ part }) => part),
      ...(gap < 4 ? [`${gap} px over the district`] : []),
    ].map((fault) => `${imprint.name}: ${fault}`);
  });
  expect(out).toEqual([]);
});

function inkOf({ matrix: [a, , , , , f], run }: Line) {
  const { above, below } = run.ink;
  return { top: f - above * a * subunits, bottom: f + below * a * subunits };
}

test('words tied by ~ stay on one line', () => {
  const kit = createKit(campaign, fonts);
  const { nodes } = fitLines(kit, 'एफ़आईआर की~प्रति चाहिए?', {
    left: 0,
    top: 0,
    width: 300,
    height: 600,
    most: 200,
    maxLines: 3,
    ink: 'navy',
    part: 'headline',
  });
  const texts = nodes.map((node) => node.kind === 'text' && node.text);
  expect(texts).toEqual(['एफ़आईआर', 'की प्रति', 'चाहिए?']);
});
