import type { ChangeView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Button } from '../../ui/parts.tsx';
import { studioWordsIn } from './studio-words.ts';

interface ChangeListProps {
  changes: readonly ChangeView[];
  onUndo?: (change: ChangeView) => void;
}

/** Field by field what was and what is. */
export function ChangeList({ changes, onUndo }: ChangeListProps) {
  const { language, words } = useConsole(studioWordsIn);
  const say = useValueWords();
  if (changes.length === 0) return <p className="detail">{words.noChanges}</p>;
  return (
    <ol className="plain studio-changes">
      {changes.map((change) => {
        const name = change.label[language];
        const letters =
          change.path[0] === 'urdu'
            ? { lang: 'ur', dir: 'auto' as const, className: 'urdu-text' }
            : {};
        return (
          <li key={`${change.path.join('.')} ${change.kind}`}>
            <p>
              <strong>{name}</strong>{' '}
              {change.kind !== 'changed' && <span className="tag">{words.kinds[change.kind]}</span>}
              {onUndo !== undefined && (
                <Button look="link" aria-label={words.undoOf(name)} onClick={() => onUndo(change)}>
                  {words.undo}
                </Button>
              )}
            </p>
            {change.before !== null && (
              <p>
                <del {...letters}>{say(change.before)}</del>
              </p>
            )}
            {change.after !== null && (
              <p>
                <ins {...letters}>{say(change.after)}</ins>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** A value of a field in one line. */
function useValueWords(): (value: unknown) => string {
  const { language, words } = useConsole(studioWordsIn);
  const say = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return words.nothing;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (Array.isArray(value)) return value.map(say).join(' → ');
    if (typeof value === 'object') {
      const row = value as Record<string, unknown>;
      if (typeof row[language] === 'string') return row[language];
      return (
        Object.values(row)
          .map(say)
          .filter((text) => text !== '' && text !== words.nothing)
          .join(' · ') || words.nothing
      );
    }
    return String(value);
  };
  return say;
}
