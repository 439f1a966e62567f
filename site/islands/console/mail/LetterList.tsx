import { useEffect, useState } from 'react';
import { type LetterState, letterStates } from '../../../../messaging/contract/values.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { mailWordsIn } from '../../../i18n/mail-words.ts';
import { useConsole } from '../ui/console-context.ts';
import { Await, TextField } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';
import { LetterRow } from './LetterRow.tsx';

const pageSize = 25;
const mostShown = 500;
const typingPauseMs = 300;

/** The state in the address: a link leads to what bounced. */
function stateOfAddress(): LetterState | null {
  const given = new URLSearchParams(location.search).get('state');
  return letterStates.find((name) => name === given) ?? null;
}

/** All letters with state, search and count. */
export function LetterList() {
  const { language } = useConsole();
  const words = mailWordsIn(language);
  const [filter, setFilter] = useState<LetterState | null>(stateOfAddress);
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(pageSize);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const { state, reload } = useLoad('GET /api/mail/letters', {
    query: {
      limit: shown,
      ...(filter !== null && { state: filter }),
      ...(search !== '' && { search }),
    },
  });
  const choose = (next: LetterState | null) => {
    setFilter(next);
    setShown(pageSize);
    history.replaceState(null, '', next === null ? location.pathname : `?state=${next}`);
  };
  const count = (value: number) => formatNumber(value, language);
  const counts: Partial<Record<LetterState, number>> =
    state.kind === 'loaded' ? state.value.counts : {};
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{words.letters}</h2>
      {state.kind === 'loaded' && state.value.outbox && (
        <p className="notice plain">{words.outbox}</p>
      )}
      {state.kind === 'loaded' && state.value.quiet && (
        <p className="notice plain">{words.quiet}</p>
      )}
      <div className="letter-filter">
        <TextField
          label={words.search}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <fieldset className="letter-states">
          <legend className="sr-only">{words.letters}</legend>
          {[null, ...letterStates].map((name) => (
            <button
              key={name ?? 'all'}
              type="button"
              className="button quiet"
              aria-pressed={filter === name}
              onClick={() => choose(name)}
            >
              {name === null ? words.all : words.states[name]}
              {name !== null && (counts[name] ?? 0) > 0 && ` ${count(counts[name] ?? 0)}`}
            </button>
          ))}
        </fieldset>
      </div>
      <Await state={state} retry={reload}>
        {({ letters, matching }) =>
          letters.length === 0 ? (
            <p role="status">{words.none}</p>
          ) : (
            <>
              <p role="status" className="detail">
                {words.shown(count(letters.length), count(matching))}
              </p>
              <ul className="plain letters">
                {letters.map((letter) => (
                  <LetterRow key={letter.id} letter={letter} onChanged={reload} />
                ))}
              </ul>
              {letters.length < matching && shown < mostShown && (
                <button
                  type="button"
                  className="button quiet"
                  onClick={() => setShown((last) => Math.min(mostShown, last + 4 * pageSize))}
                >
                  {words.more}
                </button>
              )}
            </>
          )
        }
      </Await>
    </section>
  );
}
