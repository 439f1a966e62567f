import type { ActivityKind } from '../../../../../campaigns/activities/activity-kinds.ts';
import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import { stateKinds } from '../../../../../campaigns/activities/rights.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { DistrictOptions } from '../../ui/DistrictOptions.tsx';
import { Field, SelectField } from '../../ui/parts.tsx';
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
