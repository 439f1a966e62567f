import { expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { fleetForm, readFleet, readFleetFile } from '../../../campaigns/vehicles/fleet.ts';
import { type VehiclePanel, vehiclesSchema } from '../../../campaigns/vehicles/vehicles.ts';

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
  ['words of 60 mm on a door', { textMm: 60 }, 'words of at least 70 mm on a door'],
  ['an unknown model', { models: ['tank'] }, 'got "tank"'],
  [
    'a fitting beside the panel',
    { keepOuts: [{ part: 'handle', x: 700, y: 0, width: 90, height: 40 }] },
    'keep-out 1 (handle) within 720 × 450 mm, got 790 × 40 mm',
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

test('a fleet list keeps good rows and tells each fault by row, field, expected and found', () => {
  const list = [
    'vehicle,model,district',
    'UP 32 DG 1234,bolero,लखनऊ',
    'up32-dg-1234,Bolero,lucknow',
    'PRV 0021,pulsar,agra',
    'PRV 0022,nano,luckno',
    ',innova,agra',
  ];
  const { vehicles: found, faults } = readFleet(list.join('\n'), {
    directory: loadDirectory(),
    models,
  });
  expect(found).toEqual([
    { district: 'lucknow', vehicle: 'up32dg1234', model: 'bolero' },
    { district: 'agra', vehicle: 'prv0021', model: 'pulsar' },
  ]);
  expect(faults.map(({ row, field, found: what }) => [row, field, what])).toEqual([
    [3, 'vehicle', '"up32-dg-1234"'],
    [5, 'district', '"luckno"'],
    [5, 'model', '"nano"'],
    [6, 'vehicle', '""'],
  ]);
  expect(faults[1]?.expected.en).toContain('lucknow');
  expect(faults[1]?.expected.hi).toContain('लखनऊ');
});

test.each([
  ['no columns', '', 'one column "district"'],
  ['a doubled column', 'district,vehicle,vehicle,model\n', 'one column "vehicle"'],
  ['an open quote', 'district,vehicle,model\n"lucknow,a,b\n', 'a closing quote'],
])('a fleet list with %s is told, not thrown', (_, text, expected) => {
  const { vehicles: found, faults } = readFleet(text, { directory: loadDirectory(), models });
  expect(found).toEqual([]);
  expect(faults[0]?.expected.en).toContain(expected);
});

test('a district fills in the form in Hindi; rows left empty, another district and a mobile number', () => {
  const directory = loadDirectory();
  const [agra] = directory.districts.filter(({ id }) => id === 'agra');
  if (agra === undefined) throw new Error('Expected the district agra');
  const rules = { directory, models, own: ['agra'] };
  const form = fleetForm([agra]);
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(readFleetFile(bytes(form), rules)).toEqual({ vehicles: [], faults: [] });
  const rows = [
    'आगरा,UP 80 DG 0001,इनोवा',
    'लखनऊ,UP32DG0002,इनोवा',
    'आगरा,+91 98765 43210,पल्सर 150',
    'आगरा,,इनोवा',
  ];
  const list = readFleetFile(bytes(`${form.split('\r\n')[0]}\r\n${rows.join('\r\n')}\r\n`), rules);
  expect(list.vehicles).toEqual([{ district: 'agra', vehicle: 'up80dg0001', model: 'innova' }]);
  expect(list.faults.map(({ row, field, expected }) => [row, field, expected.hi])).toEqual([
    [3, 'district', 'अपना जनपद (आगरा)'],
    [4, 'vehicle', expect.stringContaining('मोबाइल नम्बर नहीं')],
    [5, 'vehicle', expect.stringContaining('पंजीयन संख्या')],
  ]);
  expect(readFleetFile(Uint8Array.of(0x50, 0x4b, 1, 2), rules).faults[0]?.field).toBe('file');
});
