import { useState } from 'react';
import type { NumberAnswer } from '../../../../../messaging/phone/numbers/routes.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Outcome } from '../../ui/parts.tsx';
import { usePhoneWords } from '../use-phone-words.ts';
import { NumberField } from './NumberField.tsx';
import { NumberHistory } from './NumberHistory.tsx';
import { DoNotDisturb, NumberOperators } from './NumberLists.tsx';
import { StopList } from './StopList.tsx';

/** One number and its owner's wishes, the stop list, and the numbers that get no promotional messages. */
export function NumbersView() {
  const words = usePhoneWords();
  const [round, setRound] = useState(0);
  const changed = () => setRound((last) => last + 1);
  return (
    <>
      <section aria-labelledby="one">
        <h2 id="one">{words.numbers.one}</h2>
        <p>{words.numbers.lead}</p>
        <NumberLookUp onStopsChanged={changed} />
      </section>
      <section aria-labelledby="stops">
        <h2 id="stops">{words.numbers.stop}</h2>
        <p>{words.numbers.stopLead}</p>
        <AddStop onAdded={changed} />
        <StopList round={round} />
        <p className="detail">{words.numbers.removeHint}</p>
      </section>
      <section aria-labelledby="dnd">
        <h2 id="dnd">{words.dnd.title}</h2>
        <p>{words.dnd.lead}</p>
        <DoNotDisturb />
      </section>
      <section aria-labelledby="operators">
        <h2 id="operators">{words.operators.title}</h2>
        <p>{words.operators.lead}</p>
        <NumberOperators />
      </section>
    </>
  );
}

/** Puts a number on the stop list, on its owner's word. */
function AddStop({ onAdded }: { onAdded: () => void }) {
  const { service } = useConsole();
  const words = usePhoneWords();
  const [outcome, setOutcome] = useState<{ changed: boolean; ending: string } | null>(null);
  const submit = async (fields: FormData, form: HTMLFormElement) => {
    const number = String(fields.get('number'));
    setOutcome(null);
    const { changed } = await service.ask('POST /api/opt-outs/add', { body: { number } });
    setOutcome({ changed, ending: `••${number.replace(/\D/g, '').slice(-2)}` });
    form.reset();
    onAdded();
  };
  return (
    <AskForm
      autoComplete="off"
      button={words.numbers.add}
      look="button quiet"
      send={submit}
      outcome={
        outcome !== null && (
          <Outcome tone={outcome.changed ? 'good' : 'plain'}>
            <p>
              {outcome.changed
                ? words.numbers.added(outcome.ending)
                : words.numbers.already(outcome.ending)}
            </p>
          </Outcome>
        )
      }
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
  const { service, language } = useConsole();
  const words = usePhoneWords();
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
          <p>{words.numbers.deleted(formatNumber(deletedFrom, language))}</p>
        </Outcome>
      )}
    </>
  );
}
