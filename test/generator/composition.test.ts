import { expect, test } from 'vitest';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { listPapers } from '../../campaigns/channels/newspapers/newspapers.ts';
import { type Artwork, createKit } from '../../generator/artwork/artwork.ts';
import { board } from '../../generator/artwork/board.ts';
import { artworkById } from '../../generator/artwork/catalogue.ts';
import { pamphlet } from '../../generator/artwork/pamphlet.ts';
import { pamphletLarge } from '../../generator/artwork/pamphlet-large.ts';
import { posterA3 } from '../../generator/artwork/poster.ts';
import { standee } from '../../generator/artwork/standee.ts';
import { measureInk } from '../../generator/artwork/typeset.ts';
import { adArtworks } from '../../generator/channels/newspapers/ad-artwork.ts';
import { panelArtwork } from '../../generator/channels/vehicles/panel-artwork.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import type { Node } from '../../generator/layout/node.ts';

const campaign = loadCampaign('up-cop');
const kit = createKit(campaign, loadFonts());
const panel = (id: string): Artwork => {
  const found = campaign.vehicles?.panels.find((each) => each.id === id);
  if (found === undefined) throw new Error(`Expected the panel ${id}`);
  return panelArtwork(found);
};

const nodesOf = (node: Node): Node[] =>
  node.kind === 'box' ? [node, ...node.children.flatMap(nodesOf)] : [node];

/** The ink of all lines of a part that are placed by their letters, on one side of an artwork. */
function inksOf(artwork: Artwork, part: string, side = 0, own = kit) {
  const page = artwork.pages[side];
  if (page === undefined) throw new Error(`Expected side ${side} of ${artwork.id}`);
  return nodesOf(page.tree(own)).flatMap((node) => {
    if (node.kind !== 'text' || node.part !== part) return [];
    const { text, weight, sizeMm, style } = node;
    const heightMm = sizeMm / kit.size(1, weight);
    const face = kit.fonts.typeface(weight);
    const shift = (sizeMm * (face.ascender + face.descender)) / face.unitsPerEm;
    const ink = measureInk(kit, text, { heightMm, weight });
    const baseline = Number(style.top ?? 0) + (sizeMm + shift) / 2;
    return [{ heightMm, baseline, ...ink, left: Number(style.left ?? 0) + ink.left }];
  });
}

test.each(['board', 'poster-a3', 'standee', 'sticker', 'tent'])(
  'the headline of %s is on two lines, a phrase each',
  (id) => {
    expect(inksOf(artworkById(id, campaign), 'headline')).toHaveLength(2);
  },
);

test.each(['a-frame', 'seat-back'])('the headline of %s is on two lines, too', (id) => {
  expect(inksOf(panel(id), 'headline')).toHaveLength(2);
});

test('the back of the tent tells the officer who is asked how it is done in as many lines as steps', () => {
  const tent = artworkById('tent', campaign);
  expect(inksOf(tent, 'step-number', 1)).toHaveLength(campaign.copy.pamphlet.steps.length);
  expect(tent.imposition?.cells.map(({ side, turned }) => [side, turned])).toEqual([
    [1, true],
    [0, undefined],
  ]);
});

test.each([posterA3, pamphlet, standee, pamphletLarge])(
  'police and app stand alike in one line over the headline: $id',
  (artwork) => {
    const lines = ['owner', 'app-name', 'motto', 'free', 'headline'];
    const [owner, app, motto, free, first] = lines.map((part) => inksOf(artwork, part)[0]);
    if (!(owner && app && motto && free && first)) throw new Error('Expected all five lines');
    expect(app.baseline).toBeCloseTo(owner.baseline, 3);
    expect(app.heightMm).toBeCloseTo(owner.heightMm, 3);
    expect(free.baseline).toBeCloseTo(motto.baseline, 3);
    expect(app.left).toBeGreaterThan(owner.left + owner.width);
    const over = first.baseline - first.above - motto.baseline - motto.below;
    expect(over).toBeGreaterThan(artwork.limits.lineGapMm);
  },
);

test('beside the short first line of the board the sign of the app hangs down, larger', () => {
  const headline = { hi: 'घर बैठे पुलिस सेवाएँ', en: 'Police services from home' };
  const short = { ...kit, campaign: { ...campaign, copy: { ...campaign.copy, headline } } };
  const lines = ['owner', 'app-name', 'free', 'headline'];
  const [owner, app, free, first] = lines.map((part) => inksOf(board, part, 0, short)[0]);
  if (!(owner && app && free && first)) throw new Error('Expected all four lines');
  expect(app.heightMm / owner.heightMm).toBeGreaterThan(1.25);
  expect(Math.min(app.left, free.left)).toBeGreaterThan(first.left + first.width);
});

test.each(['door-left', 'tailgate', 'box-side', 'a-frame'])(
  'on a vehicle the building is signed, the app named once, and who follows a moving one told to stop: %s',
  (id) => {
    const artwork = panel(id);
    const nodes = nodesOf(artwork.pages[0]?.tree(kit) as Node);
    expect(nodes.flatMap((node) => (node.kind === 'slot' ? [node.slot] : [])).sort()).toEqual([
      ...['district', 'link', 'name', 'qr'],
    ]);
    expect(inksOf(artwork, 'app-name')).toHaveLength(1);
    expect(nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []))).toContain(
      (id === 'a-frame' ? campaign.copy.doorstep : campaign.vehicles?.scan)?.hi,
    );
    // Its shirorekha would be one stroke with the roof.
    const houseLeft = Math.min(
      ...nodes.flatMap((node) =>
        node.kind === 'box' && node.part === 'phone' ? [Number(node.style.left)] : [],
      ),
    );
    if (id !== 'a-frame')
      for (const { left, width } of inksOf(artwork, 'headline'))
        expect(left + width).toBeLessThan(houseLeft);
  },
);

test.each(['plain', 'station'] as const)(
  'panels, A-frame, seat-back and larger advertisements have the roof where the idea asks for it: %s',
  (idea) => {
    const { vehicles, newspapers } = campaign;
    if (vehicles === undefined || newspapers === undefined) throw new Error('Expected channels');
    const papers = listPapers(newspapers);
    const ads = papers.flatMap((paper) => adArtworks(paper, newspapers.ads));
    const faces = [...vehicles.panels.map(panelArtwork), ...ads].filter(
      ({ pages }) => pages[0]?.name,
    );
    expect(faces.length).toBeGreaterThan(12);
    for (const { id, pages } of faces) {
      const nodes = nodesOf(pages[0]?.tree({ ...kit, campaign: { ...campaign, idea } }) as Node);
      const flags = nodes.filter((node) => node.kind === 'emblem' && node.of === 'flag');
      expect(flags, id).toHaveLength(idea === 'station' ? 1 : 0);
    }
  },
);

test.each([
  ['marigold', 'navy'],
  ['paper', 'navy'],
  ['red', 'paper'],
] as const)('a panel has the ground that its position asks for: %s', (ground, ink) => {
  const found = campaign.vehicles?.panels.find(({ layout }) => layout === 'split');
  if (found === undefined) throw new Error('Expected a panel with the code beside the words');
  const nodes = nodesOf(panelArtwork({ ...found, ground }).pages[0]?.tree(kit) as Node);
  const fields = nodes.flatMap((node) => (node.kind === 'box' && node.ground ? [node.ground] : []));
  expect(fields[0]).toBe(ground);
  const inks = nodes.flatMap((node) =>
    node.kind === 'text' && node.part === 'headline' ? [node.ink] : [],
  );
  expect(new Set(inks)).toEqual(new Set([ink]));
});

test('questions begin at one edge and answers end at another, all in letters of one height', () => {
  const answers = inksOf(pamphlet, 'answer');
  const questions = inksOf(pamphlet, 'question');
  const spread = (of: readonly number[]) => Math.max(...of) - Math.min(...of);
  expect(spread([...answers, ...questions].map(({ heightMm }) => heightMm))).toBeLessThan(0.001);
  expect(spread(questions.map(({ left }) => left))).toBeLessThan(0.01);
  expect(spread(answers.map(({ left, width }) => left + width))).toBeLessThan(0.01);
  for (const { left } of answers) expect(left).toBeGreaterThan((questions[0]?.left ?? 0) + 2);
});

test('the button of the phone leaves a sixth of its height over and under its word', () => {
  const [word] = inksOf(board, 'scan');
  const boxes = nodesOf(board.pages[0]?.tree(kit) as Node);
  const button = boxes.find((node) => node.kind === 'box' && node.part === 'call');
  const height = button?.kind === 'box' ? Number(button.style.height) : 0;
  expect(((word?.above ?? 0) + (word?.below ?? 0)) / height).toBeLessThan(2 / 3);
});
