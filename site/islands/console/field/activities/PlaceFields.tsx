import { useState } from 'react';
import {
  type ActivityKind,
  activityForms,
  activityKinds,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import { stateKinds } from '../../../../../campaigns/activities/rights.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { useAsked } from '../../ui/in-address.ts';
import { Field, SelectField } from '../../ui/parts.tsx';
import { DistrictOptions } from '../../ui/StationField.tsx';
import { recordableKinds } from './recordable.ts';

interface PlaceFieldsProps {
  kind: ActivityKind;
  district: string;
  onKind: (kind: ActivityKind) => void;
  onDistrict: (district: string) => void;
}

/** Chooses what was done and in which district; a district's officer has only the own one. */
export function PlaceFields({ kind, district, onKind, onDistrict }: PlaceFieldsProps) {
  const { language, words } = useConsole();
  const me = useMe();
  return (
    <>
      <SelectField
        label={words.kind}
        value={kind}
        options={recordableKinds(me).map(
          (name) => [name, activityForms[name].title[language]] as const,
        )}
        onChoose={onKind}
      />
      {me.role !== 'district' && me.role !== 'branch' && (
        <Field label={words.district}>
          {(ids) => (
            <select
              {...ids}
              value={district}
              onChange={({ currentTarget }) => onDistrict(currentTarget.value)}
            >
              {stateKinds.includes(kind) && <option value="">{words.wholeState}</option>}
              <DistrictOptions />
            </select>
          )}
        </Field>
      )}
    </>
  );
}

/** Kind and district of what is entered; the address of the page may name them. */
export function usePlace() {
  const { districts } = useConsole();
  const me = useMe();
  const kinds = recordableKinds(me);
  const linked = useAsked();
  const [kind, setKind] = useState<ActivityKind>(
    kinds.find((name) => name === linked.get('kind')) ?? kinds[0] ?? activityKinds[0],
  );
  const [chosen, setChosen] = useState(
    me.role === 'district' ? (me.area ?? '') : (linked.get('district') ?? ''),
  );
  // A kind that is not entered for the whole state needs a district.
  const district = chosen === '' && !stateKinds.includes(kind) ? (districts[0]?.id ?? '') : chosen;
  return { kind, district, onKind: setKind, onDistrict: setChosen };
}
