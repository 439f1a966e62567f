import { WrongUse } from '../command/run-command.ts';
import { type Candidate, suggest } from '../directory/suggest.ts';
import { areaKinds, areaLists, areaName, type Office, type OfficePlaces } from './office.ts';
import type { Role } from './role.ts';

/** @throws WrongUse unless the area is one that the role can have */
export function checkOffice({ role, area }: Office, places: OfficePlaces): void {
  const kind = areaKinds[role];
  if (kind === null) {
    if (area === null) return;
    throw new WrongUse(`Expected no \`area\` for the role ${role}, got "${area}"`);
  }
  if (area === null || areaName({ role, area }, places) === null) {
    const near = area === null ? [] : suggest(area, listAreas(kind, places));
    const meant = near.length === 0 ? '' : `. Did you mean ${near.join(' or ')}?`;
    throw new WrongUse(
      `Expected the id of a ${kind} for \`area\`, got ${JSON.stringify(area)}${meant}`,
    );
  }
}

function listAreas(
  kind: NonNullable<(typeof areaKinds)[Role]>,
  { districts, campaign }: OfficePlaces,
): readonly Candidate[] {
  if (kind === 'district') return districts;
  return Object.entries(campaign.areas[areaLists[kind]]).map(([id, { hi, en }]) => ({
    id,
    nameHi: hi,
    nameEn: en,
  }));
}
