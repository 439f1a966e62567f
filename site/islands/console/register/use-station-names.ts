import { useCallback, useRef, useState } from 'react';
import { useConsole } from '../ui/console-context.ts';

/** A station's name, and the Hindi line of its board. */
export interface StationNames {
  name: string;
  strip: string;
}

/** Names of stations, read a district at a time; until they are there, and for unknown ones, the id. */
export function useStationNames() {
  const { service, language } = useConsole();
  const [names, setNames] = useState<
    ReadonlyMap<string, { hi: string; en: string; strip: string }>
  >(new Map());
  const requested = useRef(new Set<string>());

  const load = useCallback(
    (districts: readonly string[]) => {
      for (const district of new Set(districts)) {
        if (requested.current.has(district)) continue;
        requested.current.add(district);
        service.ask('GET /api/activities/checklist', { query: { district } }).then(
          (found) => {
            const entries = found.flatMap(({ stations }) =>
              stations.map(
                ({ station, nameHi: hi, nameEn: en, strip }) =>
                  [`${district}/${station}`, { hi, en, strip }] as const,
              ),
            );
            setNames((last) => new Map([...last, ...entries]));
          },
          // The id stays in its place, and the next list asks again.
          () => requested.current.delete(district),
        );
      }
    },
    [service],
  );
  const findNames = (district: string, station: string): StationNames => {
    const known = names.get(`${district}/${station}`);
    return { name: known?.[language] ?? station, strip: known?.strip ?? station };
  };
  return { findNames, load };
}
