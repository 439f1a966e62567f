import { useEffect, useState } from 'react';
import { type LetterState, letterStates } from '../../../../messaging/contract/values.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../ui/console-context.ts';
import { keepInAddress } from '../ui/keep-in-address.ts';
import { Await, TextField } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';
import { LetterRow } from './LetterRow.tsx';
import { mailWordsIn } from './mail-words.ts';

const pageSize = 25;
const mostShown = 500;
const typingPauseMs = 300;

/** The state in the address: a link leads to what bounced. */
function readState(): LetterState | null {
  const state = new URLSearchParams(location.search).get('state');
  return letterStates.find((name) => name === state) ?? null;
}

/** All letters with state, search and count. */
export function LetterList() {
  const { language } = useConsole();
  const words = mailWordsIn(language);
  const list = useLetterList();
  const { state, reload } = list;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{words.letters}</h2>
      {state.kind === 'loaded' && state.value.outbox && (
        <p className="notice plain">{words.outbox}</p>
      )}
      {state.kind === 'loaded' && state.value.quiet && (
        <p className="notice plain">{words.quiet}</p>
      )}
      <LetterFilter list={list} />
      <Await state={state} retry={reload}>
        {({ letters, matching }) =>
          letters.length === 0 ? (
            <p role="status">{words.none}</p>
          ) : (
            <>
              <p role="status" className="detail">
                {words.shown(
                  formatNumber(letters.length, language),
                  formatNumber(matching, language),
                )}
              </p>
              <ul className="plain letters">
                {letters.map((letter) => (
                  <LetterRow key={letter.id} letter={letter} onChanged={reload} />
                ))}
              </ul>
              {letters.length < matching && list.canShowMore && (
                <button type="button" className="button quiet" onClick={list.showMore}>
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

function LetterFilter({ list }: { list: ReturnType<typeof useLetterList> }) {
  const { language } = useConsole();
  const words = mailWordsIn(language);
  const { state, filter, choose, typed, type } = list;
  const counts: Partial<Record<LetterState, number>> =
    state.kind === 'loaded' ? state.value.counts : {};
  const countText = (name: LetterState) => {
    const count = counts[name] ?? 0;
    return count > 0 && ` ${formatNumber(count, language)}`;
  };
  return (
    <div className="letter-filter">
      <TextField
        label={words.search}
        type="search"
        value={typed}
        onChange={(event) => type(event.target.value)}
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
            {name !== null && countText(name)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

function useLetterList() {
  const [filter, setFilter] = useState<LetterState | null>(readState);
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
    keepInAddress({ state: next });
  };
  return {
    state,
    reload,
    filter,
    choose,
    typed,
    type: setTyped,
    canShowMore: shown < mostShown,
    showMore: () => setShown((last) => Math.min(mostShown, last + 4 * pageSize)),
  };
}
