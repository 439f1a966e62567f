import { useState } from 'react';
import type { NumberAnswer } from '../../../../../messaging/phone/numbers/routes.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Outcome } from '../../ui/parts.tsx';
import { usePhoneWords } from '../use-phone-words.ts';
import { NumberField } from './NumberField.tsx';
import { NumberHistory } from './NumberHistory.tsx';

/** The number as it was typed stays here, for what is done to it next; the screen shows it masked. */
interface Found {
  number: string;
  answer: NumberAnswer;
}

/** Looks one number up, and offers what its owner may ask for. */
export function NumberLookUp({ onStopsChanged }: { onStopsChanged: () => void }) {
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
