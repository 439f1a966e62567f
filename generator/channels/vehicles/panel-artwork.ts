import type { VehiclePanel } from '../../../campaigns/channels/vehicles/vehicles.ts';
import type { Artwork } from '../../artwork/artwork.ts';
import { readableM } from '../../artwork/legible.ts';
import { uprightPage, uprightScale } from '../../artwork/upright.ts';
import { panelSafeMm, splitPage } from './split-panel.ts';

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
        ? { headline: readableM('क', textMm), name: 0.48 * u, stores: 0.36 * u, rest: 0.39 * u }
        : {
            headline: readableM('क', textMm),
            'app-name': 0.65 * readableM('क', textMm),
            name: 0.0041 * least,
            link: 0.0053 * least,
            rest: 0.0055 * least,
          },
      lineGapMm: isUpright ? 0.8 * u : 0.006 * least,
      cut: { cornerMm, keepOuts },
    },
    previewWidthsPx: [panelPreviewPx],
    rasterDpi: 150,
    stock: 'flex',
    pages: [isUpright ? uprightPage('', trimMm, bleedMm, { codeMm }) : splitPage(panel, bleedMm)],
  };
}
