import { expect, test } from 'vitest';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { hears } from '../../../messaging/events/routes.ts';

const districts = new Map(loadBaseDirectory().districts.map((own) => [own.id, own]));
const officers: Record<string, Actor> = {
  hq: { id: 'h', name: 'HQ', role: 'hq' },
  'zone agra': { id: 'z', name: 'ADG Agra', role: 'zone', zone: 'agra' },
  'zone lucknow': { id: 'l', name: 'ADG Lucknow', role: 'zone', zone: 'lucknow' },
  'district agra': { id: 'a', name: 'PRO Agra', role: 'district', district: 'agra' },
  'branch crime': { id: 'c', name: 'ADG Crime', role: 'branch', branch: 'crime' },
  admin: { id: 'x', name: 'Administrator', role: 'admin' },
};

test.each([
  ['district:agra', ['hq', 'zone agra', 'district agra']],
  // Branches consolidate what zones hand in.
  ['zone:agra', ['hq', 'zone agra', 'branch crime']],
  ['branch:crime', ['hq', 'branch crime']],
  ['hq', ['hq']],
])('of a direction of %s hear those who may see it', (area, who) => {
  const change = { kind: 'direction', id: '1', area } as const;
  expect(Object.keys(officers).filter((name) => hears(actorOf(name), change, districts))).toEqual(
    who,
  );
});

test('of the register all offices hear that have directions', () => {
  const change = { kind: 'register', id: '', area: '' } as const;
  expect(Object.keys(officers).filter((name) => !hears(actorOf(name), change, districts))).toEqual([
    'admin',
  ]);
});

function actorOf(name: string): Actor {
  const found = officers[name];
  if (found === undefined) throw new Error(`Expected an officer, got "${name}"`);
  return found;
}
