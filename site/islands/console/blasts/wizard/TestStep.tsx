import { useState } from 'react';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../campaigns/messages/message-language.ts';
import { providerCode } from '../../../../../campaigns/words/provider-codes.ts';
import { useConsole } from '../../console-context.ts';
import { ErrorNotice, Field, Outcome, TextField } from '../../parts.tsx';
import { PhonePreview } from '../../phone/PhonePreview.tsx';
import { useAction } from '../../use-service.ts';
import { CallPreviews } from '../SentContent.tsx';
import { useBlastWords } from '../use-blast-words.ts';
import type { StepProps } from './step-props.ts';

/** To the own phone, exactly as it will be sent; the number is not kept. */
export function TestStep({ form, texts, draft }: StepProps) {
  const { language, service } = useConsole();
  const words = useBlastWords();
  const spoken = messageLanguages.filter(
    (name) => form.channel === 'ivr' || draft?.blast.texts[name] !== undefined,
  );
  const [number, setNumber] = useState('');
  const [chosen, setChosen] = useState<MessageLanguage>(spoken[0] ?? 'hi');
  const [missing, setMissing] = useState(false);
  const [sent, setSent] = useState<{ providerId: string | null } | null>(null);
  const { busy, error, run } = useAction();
  if (draft === null) return null;
  const { blast } = draft;
  const text = blast.texts[chosen];

  const send = () => {
    const wrong = !/^[\s+\d०-९()-]{10,20}$/.test(number.trim());
    setMissing(wrong);
    setSent(null);
    if (wrong) return;
    run(async () => {
      setSent(
        await service.ask('POST /api/blasts/:id/test', {
          params: { id: blast.id },
          body: { number: number.trim(), language: chosen },
        }),
      );
    });
  };
  const code = error?.code === 'not-sent' ? String(error.body['code']) : null;
  return (
    <>
      <p>{words.test.lead[form.channel]}</p>
      <div className="blast-content">
        <div className="previews">
          {blast.channel === 'ivr' ? (
            <CallPreviews call={texts.call} />
          ) : (
            text !== undefined && (
              <PhonePreview kind="sms" language={chosen} header={text.header} body={text.body} />
            )
          )}
        </div>
        <div className="narrow">
          {spoken.length > 1 && (
            <Field label={words.test.language}>
              {(ids) => (
                <select
                  {...ids}
                  value={chosen}
                  onChange={({ currentTarget }) =>
                    setChosen(currentTarget.value as MessageLanguage)
                  }
                >
                  {spoken.map((name) => (
                    <option key={name} value={name}>
                      {words.languages[name]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <TextField
            label={words.test.number}
            hint={words.test.numberHint}
            error={missing ? words.test.numberWrong : undefined}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            value={number}
            maxLength={20}
            onChange={({ currentTarget }) => setNumber(currentTarget.value)}
            onKeyDown={(event) => {
              // Enter sends the test and does not leave the step.
              if (event.key !== 'Enter') return;
              event.preventDefault();
              send();
            }}
          />
          <button type="button" className="button quiet" disabled={busy} onClick={send}>
            {words.test.send[form.channel]}
          </button>
          {code === null ? (
            <ErrorNotice error={error} />
          ) : (
            <p className="notice bad" role="alert">
              {words.test.refused(code)} {providerCode(code, language) ?? words.codes.unlisted}
            </p>
          )}
          {sent !== null && (
            <Outcome tone="good">
              <p>
                <strong>
                  {blast.gateway === 'emulator' ? words.test.emulated : words.test.sent}
                </strong>
              </p>
              {sent.providerId !== null && (
                <p className="detail">{words.test.receipt(sent.providerId)}</p>
              )}
            </Outcome>
          )}
        </div>
      </div>
    </>
  );
}
