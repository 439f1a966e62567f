import type { Campaign } from '../../../campaigns/campaign.ts';
import type { VehiclePanel } from '../../../campaigns/channels/vehicles/vehicles.ts';
import { OfficePage } from '../../artwork/office-page.ts';
import type { Shape } from '../../layout/drawing.ts';
import type { Fonts } from '../../layout/fonts-fs.ts';
import { parsePath } from '../../layout/path.ts';
import type { OfficeSheet } from '../../print/office-file.ts';

/** Paper around the panel: room for the rulers, and at the foot for what is written in. */
const margin = { side: 14, top: 30, foot: 58 };
const least = 178;

/**
 * A panel's outline at true size with a ruler along two edges: printed at 100 %, held against the vehicle, written on and
 * photographed before anything is ordered.
 */
export function measuringSheet(campaign: Campaign, fonts: Fonts, panel: VehiclePanel): OfficeSheet {
  const { widthMm, heightMm, cornerMm, keepOuts } = panel;
  const page = new OfficePage(fonts);
  const width = Math.max(widthMm, least) + 2 * margin.side;
  const height = heightMm + margin.top + margin.foot;
  const left = margin.side;
  const top = margin.top;
  page.text(`${campaign.app.name}: नाप का पत्रक, ${panel.name.hi}`, {
    x: left,
    y: 10,
    points: 15,
    weight: 800,
    ink: 'navy',
    maxWidth: width - 2 * left,
  });
  page.text(
    `${widthMm} × ${heightMm} मिमी, कोने ${cornerMm} मिमी; नाप पुष्ट होनी है। 100 % पर छापें: ऊपर की पटरी पर 100 मिमी को स्केल से मिला लें।`,
    { x: left, y: 16.5, points: 9, maxWidth: width - 2 * left },
  );
  const shapes: Shape[] = [
    outline(frame({ x: left, y: top, width: widthMm, height: heightMm, radius: cornerMm })),
  ];
  for (const { part, x, y, width: w, height: h } of keepOuts) {
    shapes.push(outline(frame({ x: left + x, y: top + y, width: w, height: h, radius: 2 })));
    page.text(fittings[part], {
      x: left + x + 3,
      y: top + y + h / 2 + 1.5,
      points: 9,
      maxWidth: w - 6,
    });
  }
  rulers(page, { left, top, width: widthMm, height: heightMm });
  cross(page, left + widthMm / 2, top + heightMm / 2);
  writeIn(page, { left, top: top + heightMm + 9, width: width - 2 * left });
  return { trimMm: { width, height }, shapes: [...shapes, ...page.shapes] };
}

const fittings: Record<VehiclePanel['keepOuts'][number]['part'], string> = {
  handle: 'हैंडल: यहाँ कुछ नहीं',
  'fuel-cap': 'ईंधन का ढक्कन: यहाँ कुछ नहीं',
  lock: 'ताला: यहाँ कुछ नहीं',
  hinge: 'कब्जा: यहाँ कुछ नहीं',
  lamp: 'बत्ती: यहाँ कुछ नहीं',
};

const line = 0.35;

/** A frame with round corners: an outer outline and the inner one the other way round. */
function frame(box: { x: number; y: number; width: number; height: number; radius: number }) {
  const { x, y, width, height } = box;
  const r = Math.min(box.radius, width / 2, height / 2);
  const i = r - line;
  const outer = `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}z`;
  const inner = `M${x + r} ${y + line}a${i} ${i} 0 0 0 ${-i} ${i}v${height - 2 * r}a${i} ${i} 0 0 0 ${i} ${i}h${width - 2 * r}a${i} ${i} 0 0 0 ${i} ${-i}v${2 * r - height}a${i} ${i} 0 0 0 ${-i} ${-i}z`;
  return outer + inner;
}

function outline(d: string): Shape {
  return { kind: 'outline', part: 'text', ink: 'key', path: parsePath(d) };
}

/** Ticks every millimetre, longer ones every five and ten, with the centimetres written. */
function rulers(
  page: OfficePage,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
): void {
  const tick = (at: number) => (at % 10 === 0 ? 4 : at % 5 === 0 ? 2.6 : 1.5);
  for (let at = 0; at <= width; at += 1) {
    page.fill('key', left + at - 0.05, top - 1.5 - tick(at), 0.1, tick(at));
    if (at % 50 === 0) page.text(String(at), { x: left + at + 0.6, y: top - 4.2, points: 7 });
  }
  for (let at = 0; at <= height; at += 1) {
    page.fill('key', left - 1.5 - tick(at), top + at - 0.05, tick(at), 0.1);
    if (at % 50 === 0)
      page.text(String(at), { x: left - 6, y: top + at - 0.8, points: 7, align: 'right' });
  }
}

function cross(page: OfficePage, x: number, y: number): void {
  page.fill('key', x - 6, y - 0.1, 12, 0.2);
  page.fill('key', x - 0.1, y - 6, 0.2, 12);
}

const blank = '______________________';

/** Blanks for measurements of the vehicle, written in by hand. */
function writeIn(
  page: OfficePage,
  { left, top, width }: { left: number; top: number; width: number },
): void {
  const rows = [
    `जनपद ${blank}   वाहन सं० ${blank}   मॉडल ${blank}`,
    `नापी गई चौड़ाई ____________ मिमी   ऊँचाई ____________ मिमी   हैंडल/ढक्कन किनारे से ____________ मिमी`,
    'दरवाज़ा खोलकर और बंद करके देखें; किनारा, मोड़ और हैंडल छूटे रहें। शीशे पर कोई फ़िल्म नहीं (केंद्रीय मोटरयान नियम 100)।',
    'इस पत्रक को वाहन पर रखकर फ़ोटो लें और छपाई के आदेश के साथ रखें।',
  ];
  for (const [index, text] of rows.entries()) {
    page.text(text, { x: left, y: top + 4 + index * 7.5, points: 9.5, maxWidth: width });
  }
  page.signatures(['नापने वाला', 'एमटी शाखा: स्वीकृत'], {
    x: left,
    y: top + 31,
    width: Math.min(width, 170),
    height: 15,
  });
}
