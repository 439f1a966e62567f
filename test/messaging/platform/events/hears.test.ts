import { expect, test } from 'vitest';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import type { ChangeKind } from '../../../../messaging/contract/change-kinds.ts';
import { hears } from '../../../../messaging/platform/events/module.ts';

const districts = new Map(loadBaseDirectory().districts.map((own) => [own.id, own]));
const officers: Record<string, Actor> = {
  hq: { id: 'h', name: 'HQ', role: 'hq' },
  pro: { id: 'p', name: 'PRO to DGP', role: 'pro-dgp' },
  admin: { id: 'x', name: 'Administrator', role: 'admin' },
  'zone agra': { id: 'z', name: 'ADG Agra', role: 'zone', zone: 'agra' },
  'zone lucknow': { id: 'l', name: 'ADG Lucknow', role: 'zone', zone: 'lucknow' },
  'range agra': { id: 'r', name: 'DIG Agra', role: 'range', range: 'agra' },
  'range aligarh': { id: 's', name: 'DIG Aligarh', role: 'range', range: 'aligarh' },
  'district agra': { id: 'a', name: 'PRO Agra', role: 'district', district: 'agra' },
  'district lucknow': { id: 'b', name: 'PRO Lucknow', role: 'district', district: 'lucknow' },
  'branch crime': { id: 'c', name: 'ADG Crime', role: 'branch', branch: 'crime' },
};
const ofAgra = ['zone agra', 'range agra', 'district agra'];
const ofDistricts = ['district agra', 'district lucknow'];
const areas = ['zone agra', 'zone lucknow', 'range agra', 'range aligarh', ...ofDistricts];

/** Those who hear of a change, by the area that it is of; '' is the whole state. */
const hearers: Record<ChangeKind, Record<string, string[]>> = {
  activity: { agra: ['hq', 'pro', ...ofAgra], '': ['hq', 'pro'], nowhere: [] },
  blast: { agra: ['hq', 'pro', 'district agra'], '': ['hq', 'pro'] },
  'press-note': { agra: ['hq', 'pro', ...ofAgra], '': ['hq', 'pro'] },
  report: { '': ['hq', 'pro', 'admin', ...areas] },
  take: { agra: ['hq', 'pro'], '': ['hq', 'pro'] },
  alert: { agra: ['hq', 'pro', 'admin'], '': ['hq', 'pro', 'admin'] },
  direction: {
    'district:agra': ['hq', ...ofAgra],
    'district:aligarh': ['hq', 'zone agra', 'range aligarh'],
    'range:agra': ['hq', 'zone agra', 'range agra'],
    // Branches consolidate what zones hand in.
    'zone:agra': ['hq', 'zone agra', 'branch crime'],
    'branch:crime': ['hq', 'branch crime'],
    'pro-dgp': ['hq', 'pro'],
    // The DGP's office settles what headquarters owes.
    hq: ['hq', 'pro'],
  },
  register: { '': ['hq', 'pro', ...areas, 'branch crime'] },
};

const cases = Object.entries(hearers).flatMap(([kind, byArea]) =>
  Object.entries(byArea).map(([area, who]) => ({ kind: kind as ChangeKind, area, who })),
);

test.each(cases)('of $kind of "$area" hear those who may read it', ({ kind, area, who }) => {
  const change = { kind, id: '1', area };
  const heard = Object.entries(officers).filter(([, actor]) => hears(actor, change, districts));
  expect(heard.map(([name]) => name)).toEqual(
    Object.keys(officers).filter((name) => who.includes(name)),
  );
});
