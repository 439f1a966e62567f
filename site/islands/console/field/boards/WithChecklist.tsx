import type { ReactNode } from 'react';
import type { DistrictChecklist } from '../../../../../campaigns/activities/checklist.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useLive } from '../../ui/use-service.ts';

interface WithChecklistProps {
  district: string;
  children: (checklist: DistrictChecklist, reload: () => Promise<void>) => ReactNode;
}

/** Reads the checklist of a district for what is inside. */
export function WithChecklist({ district, children }: WithChecklistProps) {
  const { words } = useConsole();
  const { state, reload } = useLive(['activity'], 'GET /api/activities/checklist', {
    query: { district },
  });
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
