import { useCallback, useRef, useState } from 'react';
import type { DistrictChecklist } from '../../../campaigns/deeds/checklist.ts';
import { useConsole } from './console-context.ts';

/** Names of stations, read a district at a time; until they are there, and for unknown ones, the id. */
export function useStationNames() {
  const { service, language } = useConsole();
  const [names, setNames] = useState<ReadonlyMap<string, { hi: string; en: string }>>(new Map());
  const asked = useRef(new Set<string>());

  const learn = useCallback(
    (districts: readonly string[]) => {
      for (const district of new Set(districts)) {
        if (asked.current.has(district)) continue;
        asked.current.add(district);
        const path = `/api/deeds/checklist?district=${encodeURIComponent(district)}`;
        service.get<DistrictChecklist[]>(path).then(
          (found) => {
            const entries = found.flatMap(({ stations }) =>
              stations.map(
                ({ station, nameHi: hi, nameEn: en }) =>
                  [`${district}/${station}`, { hi, en }] as const,
              ),
            );
            setNames((last) => new Map([...last, ...entries]));
          },
          // The id stays in its place, and the next list asks again.
          () => asked.current.delete(district),
        );
      }
    },
    [service],
  );
  const nameOf = (district: string, station: string) =>
    names.get(`${district}/${station}`)?.[language] ?? station;
  return { nameOf, learn };
}
