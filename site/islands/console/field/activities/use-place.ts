import { useState } from 'react';
import {
  type ActivityKind,
  activityKinds,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import { stateKinds } from '../../../../../campaigns/activities/rights.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { useAsked } from '../../ui/use-asked.ts';
import { recordableKinds } from './recordable.ts';

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
