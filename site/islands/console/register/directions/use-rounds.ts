import { type FormEventHandler, useState } from 'react';
import type { OccurrenceDetail } from '../../../../../messaging/register/directions/directions-schemas.ts';
import type { directionWordsIn } from './direction-words.ts';

/** Named in the notice after it is done, with the words of `told`. */
type DirectionAction = keyof ReturnType<typeof directionWordsIn>['told'];
/** A form whose act waits for a second officer was sent: it gives way to the new state. */
export type OnDone = (next: OccurrenceDetail | { held: unknown }, action: DirectionAction) => void;

interface Round {
  /** The occurrence that the forms began with; they send its version along. */
  detail: OccurrenceDetail;
  count: number;
  /** The notice above: the action of this officer, or that somebody else changed it. */
  said: DirectionAction | 'changed' | null;
}

const readVersion = ({ occurrence: { version } }: OccurrenceDetail) => version;

/**
 * An occurrence that others may change while it is open. It is shown as it is now; the forms start again with it, unless
 * something is typed into them: that stays, on the version that it was typed for, until the officer takes the new one.
 */
export function useRounds(loaded: OccurrenceDetail): {
  latest: OccurrenceDetail;
  forms: OccurrenceDetail;
  round: number;
  said: Round['said'];
  /** Somebody else changed the occurrence while the officer types. */
  isBehind: boolean;
  catchUp: () => void;
  onTyped: FormEventHandler;
  onDone: OnDone;
} {
  const [changed, setChanged] = useState<OccurrenceDetail | null>(null);
  const [typed, setTyped] = useState(false);
  const [round, setRound] = useState<Round>({ detail: loaded, count: 0, said: null });
  // The response to an action may arrive before the page has reloaded.
  const latest = changed !== null && readVersion(changed) > readVersion(loaded) ? changed : loaded;
  const moved = readVersion(latest) !== readVersion(round.detail);
  if (moved && !typed) setRound({ detail: latest, count: round.count + 1, said: 'changed' });
  return {
    latest,
    forms: moved ? round.detail : latest,
    round: round.count,
    said: round.said,
    isBehind: moved,
    catchUp: () => setTyped(false),
    // A chosen file is sent at once.
    onTyped: ({ target }) => {
      if (!(target instanceof HTMLInputElement && target.type === 'file')) setTyped(true);
    },
    onDone: (detail, action) => {
      if ('held' in detail) return setTyped(false);
      // A paper is added without touching what is being typed.
      const goesOn = action === 'paper';
      setChanged(detail);
      setTyped(typed && goesOn);
      setRound({ detail, count: round.count + (goesOn ? 0 : 1), said: action });
    },
  };
}
