import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { checkOffice } from '../../../campaigns/offices/check-office.ts';
import {
  areaKinds,
  type Office,
  officeName,
  toActor,
  toOffice,
} from '../../../campaigns/offices/office.ts';
import {
  type Action,
  can,
  covers,
  invitableBy,
  permissions,
  rolesFor,
} from '../../../campaigns/offices/permission.ts';
import { type Role, roles } from '../../../campaigns/offices/role.ts';

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

/**
 * Who may do what where, reviewed line by line and written down apart from the code. `own`: in the own area; `all`: in the
 * whole state; `role`: the office may, by a rule of its own and not by a district; `-`: not at all.
 */
const reviewed = `
                       district  range     zone      hq        pro-dgp   branch    admin
progress.read          own       own       own       all       all       -         all
activity.read          own       own       own       all       all       role      -
activity.record        own       -         -         all       all       role      -
activity.approve       -         -         own       all       -         -         -
press-note.read        own       own       own       all       all       -         -
press-note.draft       own       -         -         -         -         -         -
press-note.clear       own       -         own       all       -         -         -
take.read              -         -         -         all       all       -         -
take.record            -         -         -         all       all       -         -
station.read           own       own       own       all       -         -         -
station.correct        own       -         -         -         -         -         -
station.hold           -         -         -         all       -         -         -
board.inspect          own       own       own       all       -         -         -
board.draw             -         own       own       all       -         -         -
code-report.read       own       -         -         all       -         -         -
code-report.resolve    own       -         -         -         -         -         -
code.close             own       -         -         all       -         -         -
studio.read            -         -         -         all       all       -         all
studio.draft           -         -         -         all       all       -         -
studio.approve         -         -         -         all       -         -         all
proof.station          own       -         -         all       all       -         -
proof.campaign         -         -         -         all       all       -         -
print.approve          own       -         -         -         -         -         -
print.rule             -         -         -         all       -         -         -
order.read             own       -         -         all       -         -         -
order.place            own       -         -         -         -         -         -
order.hold             -         -         -         all       -         -         -
parcel.receive         own       -         -         -         -         -         -
direction.read         own       own       own       all       all       role      -
direction.submit       own       own       own       all       all       role      -
direction.review       -         -         own       all       -         -         -
direction.settle       -         -         -         all       -         -         -
direction.settle-headquarters -  -         -         -         all       -         -
direction.event        own       -         own       all       -         -         -
direction.add          -         -         -         all       -         -         -
calendar.make          own       own       own       all       all       role      -
calendar.end           own       own       own       all       all       role      all
code-share.read        own       -         -         all       all       -         -
code-share.set         -         -         -         all       -         -         -
report.import          -         -         -         all       -         -         -
goal.change            -         -         -         all       -         -         -
annotation.write       -         -         -         all       -         -         -
objection.read         own       -         -         all       -         -         -
objection.make         own       -         -         -         -         -         -
objection.answer       -         -         -         all       -         -         -
district-letter.make   -         -         -         all       -         -         -
blast.read             own       -         -         all       all       -         -
blast.draft            own       -         -         all       all       -         -
blast.test             own       -         -         all       all       -         -
blast.approve          -         -         -         all       -         -         -
blast.run              -         -         -         all       all       -         -
registration.enter     -         -         -         all       all       -         -
registration.confirm   -         -         -         all       all       -         -
do-not-disturb.import  -         -         -         all       -         -         -
number-operators.import -        -         -         all       -         -         -
person.read            -         -         -         all       -         -         all
person.invite          -         -         -         all       -         -         all
person.change          -         -         -         -         -         -         all
person.confirm         -         -         -         all       -         -         all
public-words.clear     own       -         own       all       -         -         -
held-act.read          own       own       own       all       all       role      all
audit.read             -         -         -         all       -         -         all
alert.read             -         -         -         all       all       -         all
doctor.read            -         -         -         -         -         -         all
gateway.ask            own       -         -         all       all       -         all
gateway.read           -         -         -         all       all       -         all
gateway.set-up         -         -         -         -         -         -         all
mail.read              -         -         -         all       all       -         all
mail.send              -         -         -         all       all       -         -
mail.settle            -         -         -         all       all       -         all
install-key.manage     -         -         -         -         -         -         all
breach.read            -         -         -         all       -         -         all
breach.record          -         -         -         all       -         -         all
`;
/** From the officer's own district outwards. */
const sites = [
  place('agra'),
  place('mathura'),
  place('aligarh'),
  place('lucknow'),
  'state',
] as const;
const inArea: Partial<Record<Role, string>> = { district: '10000', range: '11000', zone: '11100' };

test('every action is for the roles and places that were reviewed, and for no others', () => {
  const areas = { district: 'agra', range: 'agra', zone: 'agra', branch: 'crime' };
  const cell = (action: Action, role: Role): string => {
    const actor = officer(role, role in areas ? areas[role as keyof typeof areas] : null);
    const where = sites.map((site) => Number(can(actor, action, site))).join('');
    if (!rolesFor(action).includes(role)) return where === '00000' ? '-' : where;
    if (where === '00000') return 'role';
    if (where === '11111') return 'all';
    return where === inArea[role] ? 'own' : where;
  };
  const actions = Object.keys(permissions) as Action[];
  const found = actions.map((action) => [action, ...roles.map((role) => cell(action, role))]);
  const [head, ...rows] = reviewed.trim().split('\n');
  expect(head?.trim().split(/ +/)).toEqual(roles);
  expect(found).toEqual(rows.map((row) => row.trim().split(/ +/)));
});

test.each([
  ['district', 'agra'],
  ['range', 'agra'],
  ['zone', 'agra'],
  ['branch', 'crime'],
  ['hq', null],
  ['pro-dgp', null],
  ['admin', null],
] as const)('an officer of the office %s keeps its area %s', (role, area) => {
  expect(toOffice(officer(role, area))).toEqual({ role, area });
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
      'जनसंपर्क अधिकारी (PRO), जनपद आगरा',
      'Public Relations Officer (PRO), Agra district',
    ],
    [
      { role: 'zone', area: 'kanpur' },
      'अपर पुलिस महानिदेशक, कानपुर जोन',
      'Additional Director General, Kanpur Zone',
    ],
    [{ role: 'pro-dgp', area: null }, 'पुलिस महानिदेशक के जनसंपर्क अधिकारी (PRO to DGP)', 'PRO to DGP'],
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
    ['an unknown district', { role: 'district', area: 'delhi' }],
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
