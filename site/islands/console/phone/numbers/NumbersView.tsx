import { useEffect, useState } from 'react';
import { listOptOutWays } from '../../../../../campaigns/words/opt-out-words.ts';
import type { NumberAnswer } from '../../../../../messaging/phone/numbers/routes.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { Await, Button, Outcome, Section, TextField } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { phoneWordsIn } from '../phone-words.ts';

import { NumberHistory } from './NumberHistory.tsx';
import { DoNotDisturb, NumberOperators } from './NumberLists.tsx';

/** One number and its owner's wishes, the stop list, and the numbers that get no promotional messages. */
export function NumbersView() {
  const { words } = useConsole(phoneWordsIn);
  const [round, setRound] = useState(0);
  const changed = () => setRound((last) => last + 1);
  return (
    <>
      <Section id="one" title={words.numbers.one}>
        <p>{words.numbers.lead}</p>
        <NumberLookUp onStopsChanged={changed} />
      </Section>
      <Section id="stops" title={words.numbers.stop}>
        <p>{words.numbers.stopLead}</p>
        <AddStop onAdded={changed} />
        <StopList round={round} />
        <p className="detail">{words.numbers.removeHint}</p>
      </Section>
      <Section id="dnd" title={words.dnd.title}>
        <p>{words.dnd.lead}</p>
        <DoNotDisturb />
      </Section>
      <Section id="operators" title={words.operators.title}>
        <p>{words.operators.lead}</p>
        <NumberOperators />
      </Section>
    </>
  );
}

/** Puts a number on the stop list, on its owner's word. */
function AddStop({ onAdded }: { onAdded: () => void }) {
  const { service, words } = useConsole(phoneWordsIn);
  const submit = async (fields: FormData, form: HTMLFormElement) => {
    const number = String(fields.get('number'));
    const { changed } = await service.ask('POST /api/opt-outs/add', { body: { number } });
    form.reset();
    onAdded();
    return { changed, ending: `••${number.replace(/\D/g, '').slice(-2)}` };
  };
  return (
    <AskForm
      autoComplete="off"
      button={words.numbers.add}
      look="button quiet"
      send={submit}
      outcome={({ changed, ending }) => (
        <Outcome tone={changed ? 'good' : 'plain'}>
          <p>{changed ? words.numbers.added(ending) : words.numbers.already(ending)}</p>
        </Outcome>
      )}
    >
      <NumberField label={words.numbers.stopNumber} />
    </AskForm>
  );
}

/** The number as it was typed stays here, for what is done to it next; the screen shows it masked. */
interface Found {
  number: string;
  answer: NumberAnswer;
}

/** Looks one number up, and offers what its owner may ask for. */
function NumberLookUp({ onStopsChanged }: { onStopsChanged: () => void }) {
  const { service, words, format } = useConsole(phoneWordsIn);
  const [found, setFound] = useState<Found | null>(null);
  const [deletedFrom, setDeletedFrom] = useState<number | null>(null);
  const lookUp = async (fields: FormData) => {
    const number = String(fields.get('number'));
    setDeletedFrom(null);
    setFound(null);
    const answer = await service.ask('POST /api/numbers/look-up', { body: { number } });
    setFound({ number, answer });
  };
  return (
    <>
      <AskForm autoComplete="off" button={words.numbers.find} send={lookUp}>
        <NumberField label={words.numbers.number} />
      </AskForm>
      {found !== null && (
        <NumberHistory
          number={found.number}
          answer={found.answer}
          onStopsChanged={onStopsChanged}
          onDeleted={(places) => {
            setFound(null);
            setDeletedFrom(places);
            onStopsChanged();
          }}
        />
      )}
      {deletedFrom !== null && (
        <Outcome tone="good">
          <p>{words.numbers.deleted(format.number(deletedFrom))}</p>
        </Outcome>
      )}
    </>
  );
}

/** Takes one mobile number; a browser offers none that were typed before, since they are others' numbers. */
function NumberField({ label }: { label: string }) {
  const { words } = useConsole(phoneWordsIn);
  return (
    <TextField
      label={label}
      hint={words.numbers.numberHint}
      name="number"
      type="tel"
      inputMode="tel"
      autoComplete="off"
      maxLength={20}
      required
    />
  );
}

const pageRows = 10;

/** Numbers that said stop, masked, the latest first, a page at a time. */
function StopList({ round }: { round: number }) {
  const { language, words, format } = useConsole(phoneWordsIn);
  const [first, setFirst] = useState(0);
  const { state, reload } = useLoad('GET /api/opt-outs', {
    query: { limit: pageRows, offset: first },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done elsewhere changes the list
  useEffect(() => {
    setFirst(0);
    void reload();
  }, [round]);
  const count = format.number;
  return (
    <Await state={state} retry={reload}>
      {({ total, entries, ways }) => (
        <>
          <h3>{words.numbers.ways}</h3>
          <ul>
            {listOptOutWays(ways).map((way) => (
              <li key={way.en}>{way[language]}</li>
            ))}
          </ul>
          {total === 0 && <p>{words.numbers.noStops}</p>}
          {total > 0 && (
            <FigureTable
              className="figures-table phone-stops"
              caption={words.numbers.total(count(total))}
              rows={entries}
              keyOf={({ number, at }) => `${number} ${at}`}
              columns={[
                [
                  words.numbers.masked,
                  ({ number }) => <span className="phone-number">{number}</span>,
                ],
                [words.numbers.source, ({ source }) => words.numbers.sources[source], 'words'],
                [words.numbers.when, ({ at }) => format.moment(at)],
              ]}
            />
          )}
          {total > pageRows && (
            <div className="row phone-pages">
              <Button
                disabled={first === 0}
                onClick={() => setFirst(Math.max(0, first - pageRows))}
              >
                {words.numbers.newer}
              </Button>
              <Button
                disabled={first + pageRows >= total}
                onClick={() => setFirst(first + pageRows)}
              >
                {words.numbers.older}
              </Button>
              <p role="status" className="detail">
                {words.numbers.page(count(first + 1), count(first + entries.length), count(total))}
              </p>
            </div>
          )}
        </>
      )}
    </Await>
  );
}
