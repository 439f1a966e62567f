import { useState } from 'react';
import type { DetourView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { useMay } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { DetourForm } from './DetourForm.tsx';
import { DetourRow, isOpenDetour } from './DetourRow.tsx';
import { useStudioWords } from './use-studio-words.ts';

/** Codes that lead elsewhere for a while: what holds, what waits, what was. */
export function Detours() {
  const words = useStudioWords();
  const may = useMay();
  const { state, reload } = useLoad('GET /api/studio/detours');
  const [isAdding, setIsAdding] = useState(false);
  return (
    <section aria-labelledby="studio-detours">
      <h2 id="studio-detours">{words.detours}</h2>
      <p className="detail">{words.detoursLead}</p>
      <Await state={state} retry={reload}>
        {({ targets, detours, now }) => {
          const present = detours.filter(isOpenDetour);
          const earlier = detours.filter((detour) => !present.includes(detour));
          const rows = (shown: readonly DetourView[]) => (
            <ul className="plain studio-versions">
              {shown.map((detour) => (
                <DetourRow key={detour.id} detour={detour} targets={targets} onDone={reload} />
              ))}
            </ul>
          );
          return (
            <>
              {present.length === 0 ? <p>{words.detourNone}</p> : rows(present)}
              {may('studio.draft') &&
                (isAdding ? (
                  <DetourForm
                    targets={targets}
                    now={now}
                    onDone={() => {
                      setIsAdding(false);
                      void reload();
                    }}
                  />
                ) : (
                  <button type="button" className="button quiet" onClick={() => setIsAdding(true)}>
                    {words.detourAdd}
                  </button>
                ))}
              {earlier.length > 0 && (
                <details>
                  <summary>{words.history(earlier.length)}</summary>
                  {rows(earlier)}
                </details>
              )}
            </>
          );
        }}
      </Await>
    </section>
  );
}
