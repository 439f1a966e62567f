import type { DeedKind } from '../../../campaigns/deeds/deed-kinds.ts';
import { deedForms } from '../../../campaigns/deeds/deed-kinds.ts';
import { stateKinds } from '../../../campaigns/deeds/rights.ts';
import { useConsole, useDistrictName, useMe } from './console-context.ts';
import { Field } from './parts.tsx';
import { recordableKinds } from './recordable.ts';

interface PlaceFieldsProps {
  kind: DeedKind;
  district: string;
  onKind: (kind: DeedKind) => void;
  onDistrict: (district: string) => void;
}

/** What was done, and in which district; a district's officer has only the own. */
export function PlaceFields({ kind, district, onKind, onDistrict }: PlaceFieldsProps) {
  const { language, words, districts } = useConsole();
  const me = useMe();
  const nameOf = useDistrictName();
  return (
    <>
      <Field label={words.kind}>
        {(ids) => (
          <select
            {...ids}
            value={kind}
            onChange={({ currentTarget }) => onKind(currentTarget.value as DeedKind)}
          >
            {recordableKinds(me.role).map((name) => (
              <option key={name} value={name}>
                {deedForms[name].title[language]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {me.role !== 'district' && (
        <Field label={words.district}>
          {(ids) => (
            <select
              {...ids}
              value={district}
              onChange={({ currentTarget }) => onDistrict(currentTarget.value)}
            >
              {stateKinds.includes(kind) && <option value="">{words.wholeState}</option>}
              {districts.map(({ id }) => (
                <option key={id} value={id}>
                  {nameOf(id)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}
