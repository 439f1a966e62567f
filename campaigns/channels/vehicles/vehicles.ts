import { z } from 'zod';
import { bilingual } from '../../bilingual.ts';
import { id } from '../../id.ts';
import type { SchemaRule } from '../../schema-rule.ts';

const mm = z.number().positive();

/** Where a panel sits; the last three are glass and are here so that they can be refused by name. */
const positions = [
  'door',
  'rear',
  'front',
  'box-side',
  'seat-back',
  'standing',
  'windscreen',
  'side-window',
  'rear-window',
] as const;
export type PanelPosition = (typeof positions)[number];

const glass: ReadonlySet<PanelPosition> = new Set(['windscreen', 'side-window', 'rear-window']);

/** Grounds that a panel may have; the artwork is laid out for marigold. */
const grounds = ['marigold', 'paper', 'red'] as const;

/** CMVR rule 104 with AIS-090: retro-reflective marking is white in front, red behind and yellow at the sides. */
const reflectiveGround: Partial<Record<PanelPosition, (typeof grounds)[number]>> = {
  front: 'paper',
  rear: 'red',
  door: 'marigold',
  'box-side': 'marigold',
};

/** Least radius that keeps a foil from lifting at its corners. */
const leastCornerMm = 12;

/** Least width of the code's modules by where it is read from: a tenth of the distance. */
const leastCodeMm: Partial<Record<PanelPosition, number>> = {
  door: 250,
  rear: 150,
  front: 150,
  'box-side': 100,
  'seat-back': 50,
  standing: 200,
};

/** Least height of the app's name and the headline on a door, read from 10 m: a moving vehicle is read, not scanned. */
const leastDoorTextMm = 58;

const keepOut = z
  .strictObject({
    part: z.enum(['handle', 'fuel-cap', 'lock', 'hinge', 'lamp']),
    x: z.number().min(0),
    y: z.number().min(0),
    width: mm,
    height: mm,
  })
  .describe('From the upper left corner of the panel, mm: no text or code stands there');

const panel = z
  .strictObject({
    id,
    name: bilingual,
    models: z.array(id).min(1).describe('Vehicles that carry it'),
    position: z.enum(positions),
    layout: z.enum(['split', 'upright']).describe('Code beside the words, or below them'),
    widthMm: mm,
    heightMm: mm,
    cornerMm: mm.describe('Radius of the corners'),
    keepOuts: z.array(keepOut),
    material: bilingual,
    reflective: z.boolean(),
    ground: z.enum(grounds),
    codeMm: mm.describe('Least width of the code, its quiet zone not counted'),
    textMm: mm.describe('Least height of the app’s name and the headline, baseline to shirorekha'),
    confirmed: z.boolean().describe('True once somebody has measured it on the vehicle'),
  })
  .superRefine((own, context) => {
    const refuse = (path: string, message: string, params?: SchemaRule) =>
      context.addIssue({ code: 'custom', path: [path], message, params });
    const leastMm = (mm: number): SchemaRule => ({ rule: 'least-mm', mm });
    if (glass.has(own.position)) {
      refuse(
        'position',
        `Expected a place that is no glass, got ${own.position}: CMVR rule 100(2) asks for 70 % light through windscreen and rear window and 50 % through side windows, so that no film goes on glass`,
      );
    }
    if (own.reflective && reflectiveGround[own.position] !== own.ground) {
      refuse(
        'reflective',
        `Expected ${reflectiveGround[own.position] ?? 'no retro-reflective ground'} at the ${own.position}, got retro-reflective ${own.ground}: CMVR rule 104 with AIS-090 keeps white for the front, red for the rear and yellow for the sides`,
      );
    }
    if (own.cornerMm < leastCornerMm) {
      refuse(
        'cornerMm',
        `Expected at least ${leastCornerMm} mm, got ${own.cornerMm} mm`,
        leastMm(leastCornerMm),
      );
    }
    const code = leastCodeMm[own.position] ?? 0;
    if (own.codeMm < code) {
      refuse(
        'codeMm',
        `Expected a code of at least ${code} mm for the position ${own.position} (a tenth of the reading distance), got ${own.codeMm} mm`,
        leastMm(code),
      );
    }
    if (own.position === 'door' && own.textMm < leastDoorTextMm) {
      refuse(
        'textMm',
        `Expected words of at least ${leastDoorTextMm} mm on a door, which must be read without the code, got ${own.textMm} mm`,
        leastMm(leastDoorTextMm),
      );
    }
    if (own.layout === 'upright' && own.keepOuts.length > 0) {
      refuse('keepOuts', `Expected no keep-outs in the layout upright, got ${own.keepOuts.length}`);
    }
    for (const [index, box] of own.keepOuts.entries()) {
      if (box.x + box.width > own.widthMm || box.y + box.height > own.heightMm) {
        refuse(
          'keepOuts',
          `Expected keep-out ${index + 1} (${box.part}) within ${own.widthMm} × ${own.heightMm} mm, got ${box.x + box.width} × ${box.y + box.height} mm`,
        );
      }
    }
  });
export type VehiclePanel = z.infer<typeof panel>;

const model = z.strictObject({
  id,
  name: bilingual,
  wheels: z.union([z.literal(2), z.literal(4)]),
});

/** Panels for police vehicles (minutes 1D). No panel size is published: each is data, to be measured first. */
export const vehiclesSchema = z
  .strictObject({
    scan: bilingual
      .optional()
      .describe('Words of the button on a moving vehicle, where they are others'),
    models: z.array(model).min(1),
    panels: z.array(panel).min(1),
  })
  .superRefine(({ models, panels }, context) => {
    const known = new Set(models.map((each) => each.id));
    const seen = new Set<string>();
    for (const [index, each] of panels.entries()) {
      if (seen.has(each.id)) {
        context.addIssue({
          code: 'custom',
          path: ['panels', index, 'id'],
          message: `Expected each id once, got "${each.id}" twice`,
          params: { rule: 'once', twice: each.id } satisfies SchemaRule,
        });
      }
      seen.add(each.id);
      for (const one of each.models) {
        if (known.has(one)) continue;
        context.addIssue({
          code: 'custom',
          path: ['panels', index, 'models'],
          message: `Expected one of ${[...known].join(', ')}, got "${one}"`,
        });
      }
    }
  });
