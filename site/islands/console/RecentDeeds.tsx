import { useEffect } from 'react';
import type { Deed } from '../../../campaigns/deeds/deed.ts';
import { deedForms } from '../../../campaigns/deeds/deed-kinds.ts';
import { formatDay } from '../../i18n/format.ts';
import { useConsole, useDistrictName, useMe } from './console-context.ts';
import { detailsOf } from './deed-details.ts';
import { Await, ErrorNotice } from './parts.tsx';
import { recordableKinds } from './recordable.ts';
import { useAction, useLoad } from './use-service.ts';
import { useStationNames } from './use-station-names.ts';

/** The last entries of the own area, each of which can be taken back and put back. */
export function RecentDeeds({ round }: { round: number }) {
  const { words } = useConsole();
  const { state, reload } = useLoad<Deed[]>('/api/deeds?limit=20');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry belongs to the list
  useEffect(reload, [round]);
  const stations = useStationNames();
  const { learn } = stations;
  useEffect(() => {
    if (state.kind === 'loaded') {
      learn(state.value.filter(({ station }) => station).map(({ district }) => district));
    }
  }, [state, learn]);
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{words.entry.recent}</h2>
      <Await state={state} retry={reload}>
        {(deeds) =>
          deeds.length === 0 ? (
            <p>{words.entry.none}</p>
          ) : (
            <ul className="plain deeds">
              {deeds.map((deed) => (
                <DeedRow
                  key={deed.id}
                  deed={deed}
                  stationName={deed.station && stations.namesOf(deed.district, deed.station).name}
                  onChanged={reload}
                />
              ))}
            </ul>
          )
        }
      </Await>
    </section>
  );
}

interface DeedRowProps {
  deed: Deed;
  stationName: string | null;
  onChanged: () => void;
}

function DeedRow({ deed, stationName, onChanged }: DeedRowProps) {
  const { language, words, service } = useConsole();
  const me = useMe();
  const nameOf = useDistrictName();
  const { busy, error, run } = useAction();
  const back = deed.status === 'withdrawn';
  const { id, version, kind, district, day, status, reason, sample } = deed;
  const title = deedForms[kind].title[language];
  const details = detailsOf(deed, language).map(({ label, text }) => `${label}: ${text}`);
  const place = stationName === null ? nameOf(district) : `${stationName}, ${nameOf(district)}`;
  return (
    <li>
      <p>
        <strong>{title}</strong> <span className={`state ${status}`}>{words.status[status]}</span>
        {sample && <span className="tag">{words.sample}</span>}
      </p>
      <p className="detail">
        {[place, formatDay(day, language), ...details, deed.remark, reason]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <ErrorNotice error={error} />
      {recordableKinds(me.role).includes(kind) && (
        <button
          type="button"
          className="link"
          disabled={busy}
          aria-label={`${back ? words.entry.restore : words.entry.withdraw}: ${title}, ${place}`}
          onClick={() =>
            run(async () => {
              await service.post(`/api/deeds/${id}/${back ? 'restore' : 'withdraw'}`, { version });
              onChanged();
            })
          }
        >
          {back ? words.entry.restore : words.entry.withdraw}
        </button>
      )}
    </li>
  );
}
