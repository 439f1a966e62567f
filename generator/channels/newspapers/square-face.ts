import { printedHelpLines } from '../../../campaigns/campaign.ts';
import type { Kit } from '../../artwork/artwork.ts';
import { helpColumns } from '../../artwork/foot-line.ts';
import { wholeHeadline } from '../../artwork/headline.ts';
import { appTile } from '../../artwork/lockup.ts';
import { placeSignboard, signedHouse, street } from '../../artwork/signboard.ts';
import { type Face, policeBoard } from '../../artwork/signed-face.ts';
import { stackedLines } from '../../artwork/stacked-lines.ts';
import { inkUnits } from '../../artwork/typeset.ts';
import { column, type Node } from '../../layout/node.ts';
import { insetMm, type Size } from './small-ads.ts';

/** Two columns: the headline over all of it, the building and beside it the app and whom to call. */
export function squareFace(trimMm: Size): Face {
  const { width, height } = trimMm;
  const board = { width: squareHouseMm, ...policeBoard, sign: 240, small: 37.4, link: 37 };
  const { house } = placeSignboard({ left: 0, top: 0, ...board });
  const left = width - insetMm - squareHouseMm;
  const top = height - insetMm - house.bottom;
  const sign = placeSignboard({ left, top, ...board });
  const beside = { x: insetMm, width: left - 2 * insetMm, mostLines: 1 };
  const footTop = height - 0.84 * beside.width;
  const tree = (kit: Kit): Node => {
    const { app, copy } = kit.campaign;
    const tile = 0.82 * beside.width;
    const tileTop = sign.house.sign.top;
    const nameTop = tileTop + tile + 1.8;
    const calls = printedHelpLines(kit.campaign).slice(0, 1);
    const captionMm = 0.13 * beside.width;
    const deepest = Math.max(0, ...calls.map(({ name }) => inkUnits(kit, name.hi, 700).below));
    return column({ width, height }, [
      ...street(trimMm, { top: footTop, right: left - 0.4 * insetMm }, 0),
      ...wholeHeadline(kit, {
        left: insetMm,
        width: width - 2 * insetMm,
        top: insetMm,
        roomMm: top - insetMm - 1,
        gapMm: 0.6,
        mostMm: 14,
      }),
      ...appTile(kit, { left: insetMm, top: tileTop, height: tile }),
      ...stackedLines(kit, app.nameHi, {
        ...beside,
        top: nameTop,
        height: 7,
        ink: 'navy',
        part: 'app-name',
      }),
      ...stackedLines(kit, copy.free.hi, {
        ...beside,
        top: nameTop + 7.6,
        height: 4.6,
        ink: 'navy',
        part: 'free',
      }),
      ...helpColumns(kit, calls, {
        left: insetMm,
        width: beside.width,
        baseline: footTop + 0.44 * beside.width,
        heightMm: 0.32 * beside.width,
        captionBaseline: Math.min(
          footTop + 0.74 * beside.width,
          height - insetMm - deepest * captionMm,
        ),
        captionMm,
      }),
      ...signedHouse(kit, sign, sign.district),
    ]);
  };
  return { sign, tree };
}

/** As small as 8 points of its address allow. */
const squareHouseMm = 47.4;
