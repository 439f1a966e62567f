import { expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import {
  type VehiclePanel,
  vehiclesSchema,
} from '../../../../campaigns/channels/vehicles/vehicles.ts';

const { vehicles } = loadCampaign('up-cop');
const models = vehicles?.models ?? [];
const [door] = vehicles?.panels ?? [];

function refused(change: Partial<VehiclePanel>): string {
  const parsed = vehiclesSchema.safeParse({ models, panels: [{ ...door, ...change }] });
  return parsed.error?.issues.map(({ message }) => message).join('\n') ?? 'accepted';
}

test('every panel of the campaign waits for somebody to measure it', () => {
  expect(vehicles?.panels.map(({ confirmed }) => confirmed)).not.toContain(true);
  expect(refused({})).toBe('accepted');
});

test.each([
  ['film on the rear window', { position: 'rear-window' }, 'CMVR rule 100(2)'],
  ['film on a side window', { position: 'side-window' }, 'no film goes on glass'],
  [
    'a white retro-reflective ground behind',
    { position: 'rear', reflective: true, ground: 'paper' },
    'rule 104 with AIS-090',
  ],
  [
    'a red retro-reflective ground in front',
    { position: 'front', reflective: true, ground: 'red' },
    'rule 104 with AIS-090',
  ],
  ['a sharp corner', { cornerMm: 11 }, 'Expected at least 12 mm, got 11 mm'],
  ['a door code of 240 mm', { codeMm: 240 }, 'a code of at least 250 mm'],
  ['words of 57 mm on a door', { textMm: 57 }, 'words of at least 58 mm on a door'],
  ['an unknown model', { models: ['tank'] }, 'got "tank"'],
  [
    'a fitting beside the panel',
    { keepOuts: [{ part: 'handle', x: 735, y: 0, width: 90, height: 40 }] },
    'keep-out 1 (handle) within 815 × 545 mm, got 825 × 40 mm',
  ],
  [
    'fittings under a layout that knows none',
    { layout: 'upright', keepOuts: [{ part: 'lock', x: 10, y: 10, width: 20, height: 20 }] },
    'no keep-outs in the layout upright',
  ],
] as const)('%s is refused with the rule', (_, change, message) => {
  expect(refused(change as Partial<VehiclePanel>)).toContain(message);
});

test.each([
  ['yellow at the side', { reflective: true, ground: 'marigold' }],
  ['red behind', { position: 'rear', reflective: true, ground: 'red' }],
] as const)('a retro-reflective ground in the colour of its end is accepted: %s', (_, change) => {
  expect(refused(change as Partial<VehiclePanel>)).toBe('accepted');
});
