import { useState } from 'react';
import {
  type ActivityKind,
  activityForms,
  activityKinds,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import type { ExceededCount } from '../../../../../campaigns/activities/exceeded-count.ts';
import { stateKinds } from '../../../../../campaigns/activities/rights.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { DistrictField } from '../../ui/DayField.tsx';
import { useAsked, useLinkedDistrict } from '../../ui/in-address.ts';
import { ErrorNotice, SelectField, TextField } from '../../ui/parts.tsx';
import type { ServiceError } from '../../ui/service.ts';
import { recordableKinds } from './activity-entry.ts';

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
        <DistrictField
          label={words.district}
          maybe={stateKinds.includes(kind)}
          value={district}
          onChoose={onDistrict}
        />
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
  const [chosen, setChosen] = useState(useLinkedDistrict());
  // A kind that is not entered for the whole state needs a district.
  const district = chosen === '' && !stateKinds.includes(kind) ? (districts[0]?.id ?? '') : chosen;
  return { kind, district, onKind: setKind, onDistrict: setChosen };
}

/** Shown beside the field that asks for the reason, not at the top of the form. */
export function isBeyond(error: ServiceError | null): error is ServiceError {
  return error?.code === 'activity-beyond';
}

/** Asks why a count is higher than ordered or possible, once the service has refused it. */
export function BeyondReason({ error }: { error: ServiceError | null }) {
  const { words, format } = useConsole(registerWordsIn);
  if (!isBeyond(error)) return null;
  const { most } = error.body['beyond'] as ExceededCount;
  return (
    <>
      <ErrorNotice error={error} />
      <TextField
        label={words.boundsReason}
        hint={words.atMost(format.number(most))}
        name="reason"
        required
        maxLength={500}
      />
    </>
  );
}
