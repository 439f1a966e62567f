import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import type { Artwork } from '../../../generator/artwork/artwork.ts';
import { tent } from '../../../generator/artwork/tent.ts';
import type { Node } from '../../../generator/layout/node.ts';
import { inspectArtworks } from '../inspect-artworks.ts';

const places = [{ name: 'थाना हजरतगंज', districtName: 'जनपद लखनऊ' }];

/** The tent with the second column's pictures so much farther to the left. */
function movePictures(byMm: number): Artwork {
  const [page] = tent.pages;
  if (page === undefined) throw new Error('Expected a side of the tent, got none');
  const moved = (node: Node): Node => {
    if (node.kind === 'box') return { ...node, children: node.children.map(moved) };
    if (node.kind !== 'icon' || Number(node.style.left) < 50) return node;
    return { ...node, style: { ...node.style, left: Number(node.style.left) - byMm } };
  };
  return { ...tent, pages: [{ ...page, tree: (kit) => moved(page.tree(kit)) }] };
}

test.each([
  [0, []],
  [20, ['एफ़आईआर की प्रति', 'खोए सामान की रिपोर्ट']],
])('a name that runs over the picture beside it is told: moved by %i mm', async (byMm, told) => {
  const campaign = loadCampaign('up-cop');
  const [inspected] = await inspectArtworks(campaign, [movePictures(byMm)], () => places);
  const found = inspected?.found.filter(({ rule }) => rule === 'placing') ?? [];
  expect([...new Set(found.map(({ expected }) => expected))]).toEqual(
    told.map((name) => `service "${name}" clear of all others`),
  );
  expect(new Set(found.map((each) => each.found))).toEqual(new Set(told.map(() => 'service-icon')));
});
