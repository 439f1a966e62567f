import type { ReactNode } from 'react';
import type { DistrictChecklist } from '../../../../../campaigns/activities/checklist.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';

/** Reads the checklist of a district for what is inside. */
export function WithChecklist({
  district,
  children,
}: {
  district: string;
  children: (checklist: DistrictChecklist, reload: () => Promise<void>) => ReactNode;
}) {
  const { words } = useConsole();
  const { state, reload } = useLoad('GET /api/activities/checklist', { query: { district } });
  useChanges(['activity'], reload);
  return (
    <Await state={state} retry={reload}>
      {([checklist]) =>
        checklist === undefined ? (
          <p className="notice plain">{words.home.noDistrict}</p>
        ) : (
          children(checklist, reload)
        )
      }
    </Await>
  );
}
