import { expect, test } from 'vitest';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { type Artwork, createKit } from '../../generator/artwork/artwork.ts';
import { board } from '../../generator/artwork/board.ts';
import { pamphlet } from '../../generator/artwork/pamphlet.ts';
import { pamphletLarge } from '../../generator/artwork/pamphlet-large.ts';
import { posterA3 } from '../../generator/artwork/poster.ts';
import { standee } from '../../generator/artwork/standee.ts';
import { measureInk } from '../../generator/artwork/typeset.ts';
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

test.each([...[posterA3, pamphlet, standee, pamphletLarge], panel('a-frame')])(
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

test.each([panel('tailgate'), panel('door-left')])(
  'the headline goes across the measure: $id',
  (artwork) => {
    const lines = inksOf(artwork, 'headline');
    const widest = Math.max(...lines.map(({ width }) => width));
    const left = lines[0]?.left ?? 0;
    // It ends over the number for an emergency.
    const [number] = inksOf(artwork, 'help-line');
    const end = (number?.left ?? 0) + (number?.width ?? 0);
    expect(widest / (end - left)).toBeGreaterThan(0.97);
  },
);

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
