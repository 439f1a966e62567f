import type { Activity } from '../../../../../campaigns/activities/activity.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { AskForm, useAsk } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Await, Button } from '../../ui/parts.tsx';
import { UndoLine } from '../../ui/UndoLine.tsx';
import { useLive } from '../../ui/use-service.ts';
import { listChanges } from './activity-details.ts';

interface EntryHistoryProps {
  id: number;
  /** The entry's name, read out with the button. */
  name: string;
  mayChange: boolean;
  onChanged: () => void;
}

/** An entry's picture, who changed what and when, and the way to take it back or put it back: all on its own row. */
export function EntryHistory({ id, name, mayChange, onChanged }: EntryHistoryProps) {
  const { language, words, format } = useConsole();
  const entry = entryWordsIn(language);
  // What was to be taken back is so once another officer has accepted it.
  const { state, reload } = useLive(['activity'], 'GET /api/activities/:id', { params: { id } });
  const toggle = useWithdrawal(() => {
    void reload();
    onChanged();
  });
  return (
    <Await state={state} retry={reload}>
      {({ activity, photo, history }) => {
        const isWithdrawn = activity.status === 'withdrawn';
        const picture = makeAddress('GET /api/activities/:id/photo', { params: { id } });
        return (
          <div className="entry-history">
            {photo !== null && (
              <a href={picture} target="_blank" rel="noreferrer">
                <img src={`${picture}?${photo.sha256}`} alt={words.approvals.pictureOf(name)} />
              </a>
            )}
            <ol className="plain">
              {history.map((version, at) => {
                const before = history[at - 1]?.state;
                const changes =
                  before === undefined
                    ? []
                    : listChanges(
                        activity.kind,
                        { before, after: version.state },
                        language,
                        words.status,
                      );
                return (
                  <li key={version.version}>
                    <p>
                      <strong>{entry.actions[version.action]}</strong>{' '}
                      <span className="detail">
                        {version.changedBy}, {format.moment(version.changedAt)}
                      </span>
                    </p>
                    {changes.map((change) => (
                      <p key={change.label} className="detail">
                        {entry.changed(
                          change.label,
                          change.before ?? entry.none,
                          change.after ?? entry.none,
                        )}
                      </p>
                    ))}
                  </li>
                );
              })}
            </ol>
            {isWithdrawn && <p role="status">{entry.undone}</p>}
            {mayChange && (
              <AskForm
                button={isWithdrawn ? entry.redo : entry.undo}
                label={isWithdrawn ? `${entry.redo}: ${name}` : entry.undoOf(name)}
                look="link"
                send={toggle(activity)}
              />
            )}
          </div>
        );
      }}
    </Await>
  );
}

interface ButtonProps {
  isShown: boolean;
  /** The entry's name, read out with the button. */
  name: string;
  onToggle: () => void;
}

/** Shows the history of an entry, or hides it. */
export function HistoryButton({ isShown, name, onToggle }: ButtonProps) {
  const { words } = useConsole(entryWordsIn);
  return (
    <Button
      look="link"
      aria-expanded={isShown}
      aria-label={isShown ? undefined : words.historyOf(name)}
      onClick={onToggle}
    >
      {isShown ? words.hide : words.history}
    </Button>
  );
}

interface UndoEntryProps {
  activity: Pick<Activity, 'id' | 'version' | 'status'>;
  /** Of the place, read out with the button. */
  label?: string | undefined;
  onUndone: () => void;
}

/** Takes back what was entered just now. */
export function UndoEntry({ activity, label, onUndone }: UndoEntryProps) {
  const withdraw = useWithdrawal(onUndone)(activity);
  const toForm = (reason: string) => {
    const form = new FormData();
    if (reason !== '') form.set('reason', reason);
    return form;
  };
  return <UndoLine label={label} undo={(reason) => withdraw(toForm(reason))} />;
}

/** Takes an entry back, or puts it back where it was taken back. */
export function useWithdrawal(onChanged: () => void) {
  const ask = useAsk(onChanged);
  return ({ id, version, status }: Pick<Activity, 'id' | 'version' | 'status'>) =>
    ask(`POST /api/activities/:id/${status === 'withdrawn' ? 'restore' : 'withdraw'}`, {
      params: { id },
      body: { version },
    });
}
