import { fillPost } from '../../../campaigns/channels/social/post-words.ts';
import type { SocialPost, SocialSurface } from '../../../campaigns/channels/social/social.ts';
import { typedUrl } from '../../../campaigns/links/links.ts';
import type { Kit } from '../../artwork/artwork.ts';
import { ground } from '../../artwork/family.ts';
import { appLockup, policeLockup } from '../../artwork/lockup.ts';
import { stampLine } from '../../artwork/stamp.ts';
import { lineAt } from '../../artwork/typeset.ts';
import type { Box, Shape } from '../../layout/drawing.ts';
import { column, type Node, slot } from '../../layout/node.ts';
import { cardPhone, roofHeight } from './card-phone.ts';
import { type FittedLines, fitLines } from './fit-lines.ts';
import { type CardGrid, cardGrid } from './grid.ts';

/**
 * A card of social media: what people ask, large; the phone that answers; the short address on the foot. One pixel is
 * one unit. Slots: `picture`, `qr`, `address`.
 * @param kit speaks the card's language
 * @param words of that language
 */
export function card(
  kit: Kit,
  { px, ...surface }: SocialSurface,
  {
    post,
    words,
  }: { post: SocialPost; words: { headline: string; answer: string; action: string } },
): Node {
  const isStation = kit.campaign.idea === 'station';
  const grid = cardGrid({ px, ...surface }, isStation ? roofHeight : 0);
  const { footTop, address, stores } = grid;
  const { cropped, ...phone } = grid.phone;
  const [field, foot] = ground(px, { bleedMm: 0, footTop }) as [Node, Node];
  const phoneNodes = cardPhone(kit, {
    ...phone,
    qr: surface.qr,
    below: cropped ? 0.4 : 0,
    action: words.action,
  });
  const { headline, answer } = speech(kit, grid, {
    headline: words.headline,
    answer: fillPost(words.answer, post, kit.campaign),
  });
  const lockup = { top: grid.lockup.top, height: grid.lockup.height, ink: 'navy' } as const;
  return column({ width: px.width, height: px.height }, [
    field,
    ...(cropped ? [...phoneNodes, foot] : [foot, ...phoneNodes]),
    // The signboard says whose it is.
    ...(isStation
      ? appLockup(kit, { left: grid.lockup.left, ...lockup, height: 1.2 * lockup.height })
      : [
          ...policeLockup(kit, { left: grid.lockup.left, ...lockup }),
          ...appLockup(kit, { left: grid.lockup.right, ...lockup, anchor: 'right' }),
        ]),
    ...headline,
    ...answer,
    slot('address', {
      position: 'absolute',
      left: address.left,
      top: address.baseline - address.height,
      width: address.width,
      height: address.height,
    }),
    fitted(kit, kit.campaign.copy.stores.hi, stores),
  ]);
}

/**
 * Question and answer. One below the other they are one block, as high over the foot as under the lock-ups; beside the
 * phone the answer stands alone, and the question has the room above to itself.
 */
function speech(
  kit: Kit,
  grid: CardGrid,
  words: { headline: string; answer: string },
): { headline: Node[]; answer: Node[] } {
  const set = (drop: number, rise: number) => ({
    headline: fitLines(kit, words.headline, {
      worthALine: 1.02,
      ...grid.headline,
      top: grid.headline.top + drop,
      ink: 'navy',
      part: 'headline',
    }),
    answer: fitLines(kit, words.answer, {
      ...grid.answer,
      top: grid.answer.top + rise,
      weight: 700,
      gap: 0.3,
      ink: 'key',
      part: 'answer',
    }),
  });
  const first = set(0, 0);
  const spare = grid.headline.top + grid.headline.height - first.headline.bottom;
  if (grid.answer.width < grid.headline.width) {
    const beside = grid.answer.top + grid.answer.height - first.answer.bottom;
    return toNodes(set(spare / 2, beside / 2));
  }
  const under = grid.answer.top + grid.answer.height - first.answer.bottom;
  return toNodes(set((spare + under) / 2, (under - spare) / 2));
}

function toNodes(set: Record<'headline' | 'answer', FittedLines>) {
  return { headline: set.headline.nodes, answer: set.answer.nodes };
}

/** A line on its baseline, as high as stated or as its width allows. */
function fitted(
  kit: Kit,
  content: string,
  at: { left: number; width: number; baseline: number; height: number },
): Node {
  const { nodes } = fitLines(kit, content, {
    left: at.left,
    width: at.width,
    top: at.baseline - at.height * 1.5,
    height: at.height * 2,
    most: at.height,
    maxLines: 1,
    weight: 700,
    ink: 'paper',
    part: 'stores',
  });
  return (
    nodes[0] ??
    lineAt(kit, content, {
      x: at.left,
      baseline: at.baseline,
      heightMm: at.height,
      ink: 'paper',
      part: 'stores',
    })
  );
}

/** The short address in the slot `address`. */
export function addressLine(
  box: Box,
  url: string,
  kit: Kit,
  align: 'left' | 'right' = 'left',
): Shape {
  return stampLine(box, typedUrl(url), kit, {
    heightMm: box.height,
    ink: 'marigold',
    part: 'address',
    align,
  });
}
