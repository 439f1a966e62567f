import { type FormEvent, useState } from 'react';
import type { FleetAnswer, FleetView } from '../../../../messaging/contract/fleets.ts';
import { fleetWordsIn } from '../../../i18n/fleet-words.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { addressOf } from '../address.ts';
import { useConsole } from '../console-context.ts';
import { FileField } from '../FileField.tsx';
import { ErrorNotice, Outcome, UploadBar } from '../parts.tsx';
import { useAction } from '../use-service.ts';
import { CheckedList } from './CheckedList.tsx';

type Step =
  | { kind: 'checked'; file: File; answer: FleetAnswer }
  | { kind: 'ordered'; answer: FleetAnswer };

/** Hands a list in: first to be checked, then, by a second word, to be made. */
export function FleetUpload({
  models,
  onOrdered,
}: {
  models: FleetView['models'];
  onOrdered: () => void;
}) {
  const { language, service } = useConsole();
  const words = fleetWordsIn(language);
  const [step, setStep] = useState<Step | null>(null);
  const [share, setShare] = useState<number | null>(null);
  // A new round empties the file's field.
  const [round, setRound] = useState(0);
  const { busy, error, run } = useAction();

  const send = async (file: File, step: 'check' | 'make') => {
    try {
      const sent = { file, onShare: setShare };
      return await service.upload('POST /api/fleets', { query: { step } }, sent);
    } finally {
      setShare(null);
    }
  };
  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File)) return;
    run(async () => {
      setStep(null);
      setStep({ kind: 'checked', file, answer: await send(file, 'check') });
    });
  };
  const make = (file: File) =>
    run(async () => {
      setStep({ kind: 'ordered', answer: await send(file, 'make') });
      setRound((last) => last + 1);
      onOrdered();
    });
  return (
    <form className="narrow" onSubmit={check}>
      <p>
        <a href={addressOf('GET /api/fleets/form')} download="fleet.csv">
          {words.form}
        </a>
      </p>
      {models.length > 0 && (
        <p className="detail">
          {words.models(models.map(({ name }) => name[language]).join(', '))}
        </p>
      )}
      <FileField
        key={round}
        label={words.file}
        hint={words.fileHint}
        name="file"
        accept=".csv,.xlsx"
        required
      />
      <ErrorNotice error={error} />
      <UploadBar share={share} />
      <button type="submit" className="button" disabled={busy}>
        {words.check}
      </button>
      {step?.kind === 'checked' && !busy && (
        <CheckedList answer={step.answer} models={models} onMake={() => make(step.file)} />
      )}
      {step?.kind === 'ordered' && <Ordered answer={step.answer} />}
    </form>
  );
}

function Ordered({ answer: { vehicles, newCodes } }: { answer: FleetAnswer }) {
  const { language } = useConsole();
  const words = fleetWordsIn(language);
  return (
    <Outcome tone="good">
      <p>
        <strong>{words.ordered(formatNumber(vehicles.length, language))}</strong>
      </p>
      <p>{words.newCodes(formatNumber(newCodes ?? 0, language))}</p>
    </Outcome>
  );
}
