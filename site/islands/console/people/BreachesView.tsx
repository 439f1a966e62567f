import { boardClock, breaches } from '../../../../messaging/people/breaches/breaches-feature.ts';
import { EntryFacts, EntryName, FeatureView } from '../ui/feature/FeatureView.tsx';
import { useSay } from '../ui/feature/use-feature.ts';
import { Strong } from '../ui/lines.tsx';
import { readNow, useDays } from '../ui/use-days.ts';

/** Breaches of personal data, with the clock that runs until the Board is informed. */
export function BreachesView() {
  const say = useSay();
  const days = useDays().state;
  return (
    <FeatureView
      of={breaches}
      row={(breach) => {
        const now = days.kind === 'loaded' ? readNow(days.value.today) : null;
        const clock = now === null ? null : boardClock(breach, now);
        return (
          <>
            <Strong>
              <EntryName of={breaches} entry={breach} /> · {breach.what}
            </Strong>
            {clock && (
              <p className={`notice ${clock.isLate ? 'bad' : 'plain'}`}>{say(clock.words)}</p>
            )}
            <EntryFacts of={breaches} entry={breach} />
          </>
        );
      }}
    />
  );
}
