import { expect, test } from 'vitest';
import { activityKinds } from '../../../campaigns/activities/activity-kinds.ts';
import {
  mayReadActivities,
  mayRecord,
  recordableKinds,
} from '../../../campaigns/activities/rights.ts';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';

const { branchRecords } = loadCampaign('up-cop').areas;
const agra = loadDirectory().districts.find(({ id }) => id === 'agra') ?? 'state';
function branch(id: string): Actor {
  const records = branchRecords[id];
  return { id, name: id, role: 'branch', branch: id, ...(records && { records }) };
}

test.each(['iteccs', 'iteccs-adg'])(
  '%s enters vehicles for the whole state, and nothing else',
  (id) => {
    const officer = branch(id);
    expect(recordableKinds(officer)).toEqual(['vehicle']);
    expect(activityKinds.filter((kind) => mayRecord(officer, kind, 'state'))).toEqual(['vehicle']);
    expect(activityKinds.filter((kind) => mayRecord(officer, kind, agra))).toEqual([]);
    expect([mayReadActivities(officer, 'state'), mayReadActivities(officer, agra)]).toEqual([
      true,
      false,
    ]);
  },
);

test('a branch of which the campaign says nothing enters and reads none', () => {
  const officer = branch('crime');
  expect(activityKinds.filter((kind) => mayRecord(officer, kind, 'state'))).toEqual([]);
  expect(mayReadActivities(officer, 'state')).toBe(false);
});
