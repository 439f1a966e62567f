import { type KeyboardEvent, useState } from 'react';
import { AskButton } from '../../../ui/AskForm.tsx';
import { useConsole } from '../../../ui/console-context.ts';
import { Button, ErrorNotice, Outcome, TextField } from '../../../ui/parts.tsx';
import { useAction } from '../../../ui/use-service.ts';
import { draftWordsIn } from './draft-words.ts';

interface OwnNumberProps {
  /** Tests over it go to the number. */
  gateway: string;
  /** Masked; null while none is verified. */
  verified: string | null;
  onChanged: () => void;
}

/** The officer's number: verified once by a code, then only shown. */
export function OwnNumber({ gateway, verified, onChanged }: OwnNumberProps) {
  const { language, service } = useConsole();
  const words = draftWordsIn(language).test;
  const [changing, setChanging] = useState(false);
  if (verified === null || changing) {
    return (
      <VerifyNumber
        gateway={gateway}
        onVerified={() => {
          setChanging(false);
          onChanged();
        }}
      />
    );
  }
  return (
    <div className="own-number">
      <p>
        {words.verified} <strong className="phone-number">{verified}</strong>
      </p>
      <div className="row">
        <Button onClick={() => setChanging(true)}>{words.otherNumber}</Button>
        <AskButton
          button={words.forget}
          send={() => service.ask('POST /api/test-number/delete').then(onChanged)}
        />
      </div>
    </div>
  );
}

interface SentCode {
  sent: 'accepted' | 'unknown';
  trainingCode: string | null;
}

function VerifyNumber({ gateway, onVerified }: { gateway: string; onVerified: () => void }) {
  const { service, language } = useConsole();
  const words = draftWordsIn(language).test;
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState(false);
  const [code, setCode] = useState('');
  const [sent, setSent] = useState<SentCode | null>(null);
  const { busy, error, run } = useAction();

  const ask = () => {
    const typed = number.trim();
    const isWrong = !/^[\s+\d०-९()-]{10,20}$/.test(typed);
    setWrong(isWrong);
    if (isWrong) return;
    run(async () => {
      setSent(
        await service.ask('POST /api/test-number', { body: { number: typed, gateway, language } }),
      );
      setCode('');
    });
  };
  const confirm = () =>
    run(async () => {
      await service.ask('POST /api/test-number/confirm', { body: { code: code.trim(), gateway } });
      onVerified();
    });
  return (
    <div className="own-number">
      <TextField
        label={words.number}
        hint={words.numberHint}
        error={wrong ? words.numberWrong : undefined}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        value={number}
        maxLength={20}
        onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        onKeyDown={onEnter(ask)}
      />
      <Button disabled={busy} onClick={ask}>
        {sent === null ? words.sendCode : words.sendCodeAgain}
      </Button>
      {sent !== null && (
        <>
          <Outcome tone="plain">
            <p>{sent.trainingCode === null ? words.codeSent[sent.sent] : words.trainingCode}</p>
            {sent.trainingCode !== null && (
              <p>
                <strong className="phone-number">{sent.trainingCode}</strong>
              </p>
            )}
          </Outcome>
          <TextField
            label={words.code}
            hint={words.codeHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            maxLength={6}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
            onKeyDown={onEnter(confirm)}
          />
          <Button look="button" disabled={busy} onClick={confirm}>
            {words.confirm}
          </Button>
        </>
      )}
      <ErrorNotice error={error} />
    </div>
  );
}

/** Enter presses the button beside the field and does not leave the step. */
function onEnter(act: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    act();
  };
}
