import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import {
  areaKinds,
  checkOffice,
  type Office,
  officeName,
  toActor,
} from '../../../campaigns/offices/office.ts';
import {
  type Action,
  can,
  covers,
  invitableBy,
  rolesFor,
} from '../../../campaigns/offices/permission.ts';
import { roles } from '../../../campaigns/offices/role.ts';

const { districts } = loadDirectory({ overrides: false });
const places = { districts, campaign: loadCampaign('up-cop') };

function officer(role: Office['role'], area: string | null): Actor {
  return toActor({ id: 'person-1', name: 'नमूना', role, area });
}

function place(id: string) {
  const district = districts.find((entry) => entry.id === id);
  if (district === undefined) throw new Error(`Expected a district, got ${id}`);
  return district;
}

describe('an office covers its own area only', () => {
  test.each([
    ['district', 'agra', ['agra'], ['mathura', 'lucknow', 'state']],
    ['range', 'agra', ['agra', 'mathura'], ['aligarh', 'lucknow', 'state']],
    ['zone', 'agra', ['agra', 'mathura', 'aligarh'], ['lucknow', 'state']],
    ['hq', null, ['agra', 'lucknow', 'state'], []],
    ['pro-dgp', null, ['agra', 'state'], []],
    ['admin', null, ['agra', 'state'], []],
  ] as const)('%s', (role, area, inside, outside) => {
    const toPlace = (id: string) => (id === 'state' ? id : place(id));
    for (const id of inside) expect(covers(officer(role, area), toPlace(id)), id).toBe(true);
    for (const id of outside) expect(covers(officer(role, area), toPlace(id)), id).toBe(false);
  });

  test('an area of the same name at another level gives no right', () => {
    // Agra is a district, a range and a zone.
    expect(covers(officer('district', 'agra'), place('mathura'))).toBe(false);
    expect(covers(officer('range', 'agra'), place('aligarh'))).toBe(false);
  });

  test('an officer whose area is lost covers nothing', () => {
    const lost: Actor = { id: 'x', name: 'x', role: 'zone' };
    expect(districts.filter((district) => covers(lost, district))).toEqual([]);
  });

  test('every district lies with one district, one range and one zone office', () => {
    for (const district of districts) {
      const areas = { district: district.id, range: district.range, zone: district.zone };
      for (const [role, area] of Object.entries(areas)) {
        expect(covers(officer(role as keyof typeof areas, area), district)).toBe(true);
      }
    }
  });
});

test.each<[Action, readonly string[]]>([
  ['activity.record', ['district', 'hq', 'pro-dgp']],
  ['activity.approve', ['zone', 'hq']],
  ['report.import', ['hq']],
  ['goal.change', ['hq']],
  ['blast.draft', ['district', 'hq', 'pro-dgp']],
  ['blast.approve', ['hq']],
  ['person.invite', ['hq', 'admin']],
  ['person.change', ['admin']],
  ['audit.read', ['hq', 'admin']],
])('%s is for these roles only', (action, allowed) => {
  const own: Record<string, string | null> = { district: 'agra', range: 'agra', zone: 'agra' };
  const permitted = roles.filter((role) =>
    can(officer(role, own[role] ?? null), action, place('agra')),
  );
  expect(permitted.toSorted()).toEqual(allowed.toSorted());
  expect(rolesFor(action).toSorted()).toEqual(allowed.toSorted());
});

test('a role and its place both count', () => {
  expect(can(officer('zone', 'agra'), 'activity.approve', place('agra'))).toBe(true);
  expect(can(officer('zone', 'lucknow'), 'activity.approve', place('agra'))).toBe(false);
  expect(can(officer('district', 'agra'), 'activity.record', place('mathura'))).toBe(false);
});

test('nobody but an administrator makes another, or a nodal officer', () => {
  for (const role of roles) {
    expect(invitableBy(role).includes('admin'), role).toBe(role === 'admin');
    expect(invitableBy(role).includes('hq'), role).toBe(role === 'admin');
  }
  expect(invitableBy('district')).toEqual([]);
});

describe('offices', () => {
  test.each<[Office, string, string]>([
    [
      { role: 'district', area: 'agra' },
      'जनसम्पर्क अधिकारी (PRO), जनपद आगरा',
      'Public Relations Officer (PRO), Agra district',
    ],
    [
      { role: 'zone', area: 'kanpur' },
      'अपर पुलिस महानिदेशक, कानपुर जोन',
      'Additional Director General, Kanpur Zone',
    ],
    [{ role: 'pro-dgp', area: null }, 'पुलिस महानिदेशक के जनसम्पर्क अधिकारी (PRO to DGP)', 'PRO to DGP'],
  ])('%o has a name in both languages', (office, hi, en) => {
    expect(officeName(office, places)).toEqual({ hi, en });
  });

  test('of another campaign have its areas and titles', () => {
    const tiny = join(import.meta.dirname, '..', 'tiny');
    const own = { ...loadDirectory({ campaign: tiny }), campaign: loadCampaign(tiny) };
    expect(officeName({ role: 'district', area: 'shamli' }, own)).toEqual({
      hi: 'ज़िला कार्यालय, ज़िला शामली',
      en: 'District office, District of Shamli',
    });
    expect(officeName({ role: 'zone', area: 'west' }, own).en).toBe('Circle office, West Circle');
    expect(() => checkOffice({ role: 'zone', area: 'meerut' }, own)).toThrow(/area/);
  });

  test.each<[string, Office]>([
    ['a district that is none', { role: 'district', area: 'delhi' }],
    ['a range as a district', { role: 'district', area: 'chitrakoot-dham' }],
    ['a district as a zone', { role: 'zone', area: 'mathura' }],
    ['a property of every object', { role: 'zone', area: 'constructor' }],
    ['no area', { role: 'range', area: null }],
    ['an area for the whole state', { role: 'hq', area: 'agra' }],
  ])('%s is refused', (_label, office) => {
    expect(() => checkOffice(office, places)).toThrow(/Expected .*area/);
  });

  test('every role accepts an area of its kind', () => {
    const area = { district: 'mathura', range: 'devipatan', zone: 'meerut', branch: 'crime' };
    for (const role of roles) {
      const kind = areaKinds[role];
      const office = { role, area: kind === null ? null : area[kind] };
      expect(() => checkOffice(office, places), role).not.toThrow();
    }
  });
});
