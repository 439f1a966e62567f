import type { VehiclePanel } from '../../../campaigns/channels/vehicles/vehicles.ts';
import type { Artwork, Kit } from '../../artwork/artwork.ts';
import { readableM } from '../../artwork/legible.ts';
import { codeShare, plainSign, policeBoard, uprightFace } from '../../artwork/signed-face.ts';
import { uprightScale } from '../../artwork/upright.ts';
import { panelSafeMm, splitFace } from './split-panel.ts';

/** The pictures of a panel on pages. */
export const panelPreviewPx = 720;

/** A panel as an artwork of the generator: laid out for its size, with what preflight holds it against. */
export function panelArtwork(panel: VehiclePanel): Artwork {
  const { id, widthMm, heightMm, cornerMm, keepOuts, codeMm, textMm, layout } = panel;
  const trimMm = { width: widthMm, height: heightMm };
  const bleedMm = widthMm > 200 ? 5 : 3;
  const least = Math.min(widthMm, heightMm);
  const isUpright = layout === 'upright';
  const { u } = uprightScale(widthMm);
  const { sign, tree } = isUpright
    ? uprightFace(trimMm, bleedMm, {
        ...policeBoard,
        widthUnits: codeMm / codeShare / u,
        leastOnTwo: 0.7,
      })
    : splitFace(panel, bleedMm);
  /** Of letters on the building, by their height on the board's. */
  const onSign = (mm: number) => readableM('क', mm * sign.k);
  return {
    id,
    source: 'channels/vehicles/panel-artwork.ts',
    channel: 'vehicle',
    format: {
      trimMm,
      bleedMm,
      safeMm: isUpright ? 5 * u : panelSafeMm(panel),
      unitsPerMm: widthMm > 200 ? 20 : 40,
    },
    limits: {
      // A panel is looked at from a few metres, and so is its code.
      decodeDpi: codeMm > 100 ? 25 : 75,
      qrMm: codeMm - 0.1,
      readFromM: isUpright
        ? {
            headline: readableM('क', textMm),
            name: 0.48 * u,
            district: 0.33 * u,
            stores: 0.35 * u,
            rest: 0.39 * u,
          }
        : {
            headline: readableM('क', textMm),
            'app-name': 0.6 * readableM('क', textMm),
            name: onSign(27),
            district: onSign(25.4),
            link: readableM('u', 24.9 * sign.k),
            scan: onSign(54),
            rest: 0.005 * least,
          },
      lineGapMm: isUpright ? 0.8 * u : 0.006 * least,
      signGapMm: sign.gapMm,
      clearMm: 8.7 * sign.k,
      cut: { cornerMm, keepOuts },
    },
    previewWidthsPx: [panelPreviewPx],
    rasterDpi: 150,
    stock: 'flex',
    pages: [plainSign('', sign, isUpright ? tree : (kit) => tree(stopping(kit)))],
  };
}

/** The doorstep of a moving panel, before which the driver behind has to stop. */
function stopping(kit: Kit): Kit {
  const { campaign } = kit;
  const { copy, vehicles } = campaign;
  return vehicles?.scan === undefined
    ? kit
    : { ...kit, campaign: { ...campaign, copy: { ...copy, doorstep: vehicles.scan } } };
}
