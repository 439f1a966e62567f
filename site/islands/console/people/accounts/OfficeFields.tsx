import { useState } from 'react';
import { areaKinds, type Office } from '../../../../../campaigns/offices/office.ts';
import { roles as allRoles, type Role } from '../../../../../campaigns/offices/role.ts';
import { addedOffices } from '../../../../../messaging/people/accounts/offices-feature.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { useEntries } from '../../ui/feature/use-feature.ts';
import { SelectField } from '../../ui/parts.tsx';

/** A role, and its area where it has one; the form reads them as `role` and `area`. */
export function OfficeFields({ roles, office }: { roles: readonly Role[]; office?: Office }) {
  const { words, districts, areas: campaignAreas, language } = useConsole();
  const { state: offices } = useEntries(addedOffices);
  const added =
    offices.kind === 'loaded' ? offices.value.filter(({ state }) => state === 'open') : [];
  const nameDistrict = useDistrictName();
  const [role, setRole] = useState<Role>(office?.role ?? roles[0] ?? 'district');
  const kind = areaKinds[role];
  const toAreas = (areas: Readonly<Record<string, { hi: string; en: string }>>) =>
    Object.entries(areas).map(([id, name]) => ({ id, name: name[language] }));
  const areas = {
    district: districts.map(({ id }) => ({ id, name: nameDistrict(id) })),
    range: toAreas(campaignAreas.ranges),
    zone: toAreas(campaignAreas.zones),
    branch: [
      ...toAreas(campaignAreas.branches),
      ...added
        .filter(({ area }) => !Object.hasOwn(campaignAreas.branches, area))
        .map(({ area, nameHi, nameEn }) => ({
          id: area,
          name: language === 'hi' ? nameHi : nameEn,
        })),
    ],
  };
  return (
    <>
      <SelectField
        label={words.people.role}
        name="role"
        value={role}
        options={roles.map((name) => [name, words.people.roles[name]] as const)}
        onChoose={setRole}
      />
      {kind !== null && (
        <SelectField
          key={`${kind} ${added.length}`}
          label={words.people.areas[kind]}
          name="area"
          defaultValue={office?.area ?? ''}
          required
          unchosen={words.choose}
          options={areas[kind].map(({ id, name }) => [id, name] as const)}
        />
      )}
    </>
  );
}

/** Reads role and area from the fields of a form. */
export function readOffice(form: FormData): Office {
  const area = form.get('area');
  const role = allRoles.find((name) => name === form.get('role'));
  if (role === undefined) throw new Error(`Expected a role for \`role\`, got ${form.get('role')}`);
  return { role, area: area === null ? null : String(area) };
}
