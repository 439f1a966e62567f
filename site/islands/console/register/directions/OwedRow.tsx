import { isLate } from '../../../../../campaigns/directions/occurrence-state.ts';
import { periodText } from '../../../../../campaigns/words/direction-words.ts';
import type { ListedOccurrence } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { occurrencePath } from './direction-paths.ts';
import { directionWordsIn } from './direction-words.ts';
import { DueText, OccurrenceChips, useNumber } from './OccurrenceState.tsx';
import { useRegister } from './register-context.ts';

interface RowProps {
  /** With those that are alike and are owed by other offices. */
  entry: ListedOccurrence;
  withOffice: boolean;
  /** Keys that are ticked; null where nothing can be ticked. */
  chosen: ReadonlySet<string> | null;
  onTick: (keys: readonly string[], isTicked: boolean) => void;
}

export function OwedRow({ entry, withOffice, chosen, onTick }: RowProps) {
  const { language } = useConsole();
  const words = directionWordsIn(language);
  const { nameObligation, officeName } = useRegister();
  const number = useNumber();
  const several = entry.alike.length > 1;
  const keys = several ? entry.alike.map(({ key }) => key) : [entry.key];
  const byName = (a: { office: string }, b: { office: string }) =>
    officeName(a.office).localeCompare(officeName(b.office), language);
  const title = (
    <>
      <strong>{entry.direction}</strong> · {nameObligation(entry.obligation)}
      {entry.period !== 'once' && entry.period !== 'standing' && (
        <> · {periodText(entry.period, language)}</>
      )}
    </>
  );
  return (
    <li className={isLate(entry) ? 'is-late' : undefined}>
      <p>
        {chosen !== null && (
          <input
            type="checkbox"
            aria-label={registerWordsIn(language).choose(
              `${entry.direction} ${several ? '' : officeName(entry.office)} ${periodText(entry.period, language)}`,
            )}
            checked={keys.every((key) => chosen.has(key))}
            onChange={({ currentTarget }) => onTick(keys, currentTarget.checked)}
          />
        )}
        <OccurrenceChips occurrence={entry} />
      </p>
      <p>{several ? title : <a href={occurrencePath(language, entry.key)}>{title}</a>}</p>
      <p className="detail">
        {withOffice && !several && <>{officeName(entry.office)} · </>}
        <DueText occurrence={entry} />
      </p>
      {several && (
        <details className="alike">
          <summary>{words.offices(number(entry.alike.length))}</summary>
          <ul className="plain">
            {entry.alike.toSorted(byName).map(({ key, office }) => (
              <li key={key}>
                <a href={occurrencePath(language, key)}>{officeName(office)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
