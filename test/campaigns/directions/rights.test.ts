import { describe, expect, test } from 'vitest';
import { mayAct, maySee } from '../../../campaigns/directions/rights.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Office, toActor } from '../../../campaigns/offices/office.ts';
import { type Role, roles } from '../../../campaigns/offices/role.ts';

const { districts } = loadDirectory({ overrides: false });
/** Agra is a district, a range and a zone; Mathura lies in its range, Aligarh in its zone only, Lucknow elsewhere. */
const offices = [
  ...['agra', 'mathura', 'aligarh', 'lucknow'].map((id) => `district:${id}`),
  ...['agra', 'aligarh', 'lucknow'].map((id) => `range:${id}`),
  ...['zone:agra', 'zone:lucknow', 'branch:crime', 'branch:training', 'hq', 'pro-dgp'],
] as const;
const zoneAgra = ['district:agra', 'district:mathura', 'district:aligarh'];
const rangesOfAgra = ['range:agra', 'range:aligarh'];

/** By officer: what the office sees, submits, forwards and returns. */
const rights: [Role, string | null, Record<'see' | 'submit' | 'forward' | 'return', string[]>][] = [
  ['district', 'agra', own('district:agra')],
  ['district', 'mathura', own('district:mathura')],
  [
    'range',
    'agra',
    { ...own('range:agra'), see: ['district:agra', 'district:mathura', 'range:agra'] },
  ],
  ['range', 'aligarh', { ...own('range:aligarh'), see: ['district:aligarh', 'range:aligarh'] }],
  [
    ...(['zone', 'agra'] as const),
    {
      see: [...zoneAgra, ...rangesOfAgra, 'zone:agra'],
      submit: ['zone:agra'],
      forward: [...zoneAgra, ...rangesOfAgra],
      return: [...zoneAgra, ...rangesOfAgra],
    },
  ],
  [
    ...(['hq', null] as const),
    {
      see: [...offices],
      submit: [...offices],
      forward: [],
      return: offices.filter((office) => office !== 'hq'),
    },
  ],
  ['pro-dgp', null, { ...own('pro-dgp'), see: ['hq', 'pro-dgp'], return: ['hq'] }],
  ['branch', 'crime', own('branch:crime')],
  ['admin', null, { see: [], submit: [], forward: [], return: [] }],
];

function own(office: string) {
  return { see: [office], submit: [office], forward: [], return: [] };
}

const officer = (role: Office['role'], area: string | null): Actor =>
  toActor({ id: 'x', name: 'नमूना', role, area });

describe('of directions', () => {
  test.each(rights)('%s %s sees its own and those below it', (role, area, { see }) => {
    const seen = offices.filter((office) => maySee(officer(role, area), office, districts));
    expect(seen).toEqual(offices.filter((office) => see.includes(office)));
  });

  test.each(rights)('%s %s acts for nobody else', (role, area, expected) => {
    const actor = officer(role, area);
    const may = (action: Parameters<typeof mayAct>[1]['action']) =>
      offices.filter((office) => mayAct(actor, { action, office, districts }));
    for (const action of ['save', 'submit'] as const)
      expect(may(action), action).toEqual(offices.filter((one) => expected.submit.includes(one)));
    for (const action of ['forward', 'return'] as const)
      expect(may(action), action).toEqual(offices.filter((one) => expected[action].includes(one)));
    for (const action of ['accept', 'set-aside', 'reopen'] as const)
      expect(may(action), action).toEqual(['hq', 'pro-dgp'].includes(role) ? expected.return : []);
  });

  test('no role is missing above', () => {
    expect(new Set(rights.map(([role]) => role))).toEqual(new Set(roles));
  });

  test.each(['district', 'range', 'zone', 'branch'] as const)(
    'a %s whose area is lost sees nothing',
    (role) => {
      const lost: Actor = { id: 'x', name: 'x', role };
      expect(offices.filter((office) => maySee(lost, office, districts))).toEqual([]);
    },
  );
});
