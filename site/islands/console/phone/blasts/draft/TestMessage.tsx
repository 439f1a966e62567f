import { useState } from 'react';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../../campaigns/messages/message-language.ts';
import { providerCode } from '../../../../../../campaigns/words/provider-codes.ts';
import { recipientStatusNames } from '../../../../../../campaigns/words/recipient-words.ts';
import { operatorGateway } from '../../../../../../messaging/contract/values.ts';
import type {
  BlastDetail,
  TestMessage as TestMessageAnswer,
} from '../../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Await, Button, ErrorNotice, List, Outcome, SelectField } from '../../../ui/parts.tsx';
import { useAction, useLoad } from '../../../ui/use-service.ts';
import { blastWordsIn } from '../blast-words.ts';

import { runWordsIn } from '../run-words.ts';
import { draftWordsIn } from './draft-words.ts';
import { OwnNumber } from './OwnNumber.tsx';

interface TestMessageProps {
  draft: BlastDetail;
  /** Something is not kept yet, and would not be what is tried. */
  isDirty: boolean;
  reload: () => Promise<void>;
}

/** Sends it to the officer's phone, exactly as it will go out. */
export function TestMessage({ draft, isDirty, reload }: TestMessageProps) {
  const { words } = useConsole(blastWordsIn);
  const draftWords = draftWordsIn(useConsole().language);
  const { blast } = draft;
  const spoken = messageLanguages.filter(
    (name) => blast.channel === 'ivr' || blast.texts[name] !== undefined,
  );
  const [choice, setChosen] = useState<MessageLanguage>('hi');
  const chosen = spoken.includes(choice) ? choice : (spoken[0] ?? 'hi');
  return (
    <details className="test-message">
      <summary>{draftWords.test.title}</summary>
      <div>
        <p>{draftWords.test.lead[blast.channel]}</p>
        {spoken.length > 1 && (
          <SelectField
            label={draftWords.test.language}
            value={chosen}
            options={spoken.map((name) => [name, words.languages[name]] as const)}
            onChoose={setChosen}
          />
        )}
        {blast.gateway === operatorGateway ? (
          <p>{draftWords.test.byOperator}</p>
        ) : (
          <Trial blast={blast} chosen={chosen} isDirty={isDirty} reload={reload} />
        )}
        <TestList detail={draft} />
      </div>
    </details>
  );
}

interface TrialProps extends Omit<TestMessageProps, 'draft'> {
  blast: BlastDetail['blast'];
  chosen: MessageLanguage;
}

/** The officer's number, one button, and what the gateway said. */
function Trial({ blast, chosen, isDirty, reload }: TrialProps) {
  const { service, words } = useConsole(draftWordsIn);
  const saved = useLoad('GET /api/test-number', { query: { gateway: blast.gateway } });
  const [sent, setSent] = useState<TestMessageAnswer | null>(null);
  const { busy, error, run } = useAction();

  const send = (again: boolean) => {
    setSent(null);
    run(async () => {
      try {
        const { test } = await service.ask('POST /api/blasts/:id/test', {
          params: { id: blast.id },
          body: { language: chosen, again },
        });
        setSent(test);
      } finally {
        await reload();
      }
    });
  };
  const isUnknown = error?.code === 'test-unknown';
  return (
    <Await state={saved.state} retry={saved.reload}>
      {({ number }) => (
        <>
          <OwnNumber gateway={blast.gateway} verified={number} onChanged={saved.reload} />
          {number !== null && (
            <Button look="button" disabled={busy || isDirty} onClick={() => send(false)}>
              {words.test.send[blast.channel]}
            </Button>
          )}
          {error?.code === 'not-sent' ? (
            <GatewayRefused code={String(error.body['code'])} />
          ) : (
            <ErrorNotice error={error} />
          )}
          {isUnknown && (
            <Button disabled={busy} onClick={() => send(true)}>
              {words.test.sendAgain}
            </Button>
          )}
          {sent !== null && <Sent test={sent} gateway={blast.gateway} />}
        </>
      )}
    </Await>
  );
}

function Sent({ test, gateway }: { test: TestMessageAnswer; gateway: string }) {
  const words = draftWordsIn(useConsole().language).test;
  const isLost = test.status === 'unknown' || test.status === 'submitting';
  const training = gateway === 'emulator';
  return (
    <Outcome tone={isLost ? 'plain' : 'good'}>
      <p>
        <strong>{isLost ? words.lost : training ? words.emulated : words.sent}</strong>
      </p>
      {test.providerId !== null && <p className="detail">{words.receipt(test.providerId)}</p>}
    </Outcome>
  );
}

function GatewayRefused({ code }: { code: string }) {
  const { language } = useConsole();
  const draftWords = draftWordsIn(language);
  const runWords = runWordsIn(language);
  return (
    <p className="notice bad" role="alert">
      {draftWords.test.refused(code)} {providerCode(code, language) ?? runWords.codes.unlisted}
    </p>
  );
}

/** Tests of each version of the text, with who, when and the outcome; no numbers. */
export function TestList({ detail: { blast, tests } }: { detail: BlastDetail }) {
  const { language, words, format } = useConsole(blastWordsIn);
  const draftWords = draftWordsIn(language);
  const statuses = recipientStatusNames[language][blast.channel];
  if (tests.length === 0) return null;
  return (
    <section className="test-list">
      <h3>{draftWords.test.list}</h3>
      <List of={tests}>
        {(test) => (
          <>
            <strong>
              {test.status === 'submitting' ? statuses.unknown : statuses[test.status]}
            </strong>
            {test.errorCode !== null &&
              ` (${providerCode(test.errorCode, language) ?? test.errorCode})`}
            <br />
            <span className="detail">
              {draftWords.test.by(test.personName, format.moment(test.at))} ·{' '}
              {words.languages[test.language]} ·{' '}
              {draftWords.test.version(test.revision, test.revision === blast.revision)} ·{' '}
              {format.rupees(test.paise)}
            </span>
          </>
        )}
      </List>
    </section>
  );
}
