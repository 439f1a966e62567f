import { useState } from 'react';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../../campaigns/messages/message-language.ts';
import { providerCode } from '../../../../../../campaigns/words/provider-codes.ts';
import type {
  BlastDetail,
  TestMessage,
} from '../../../../../../messaging/contract/phone/blasts.ts';
import { operatorGateway } from '../../../../../../messaging/contract/values.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Await, ErrorNotice, Outcome, SelectField } from '../../../ui/parts.tsx';
import { usePoll } from '../../../ui/use-poll.ts';
import { useAction, useLoad } from '../../../ui/use-service.ts';
import { PhonePreview } from '../../PhonePreview.tsx';
import { CallPreviews } from '../SentContent.tsx';
import { TestList } from '../TestList.tsx';
import { useBlastWords } from '../use-blast-words.ts';
import { OwnNumber } from './OwnNumber.tsx';
import type { StepProps } from './step-props.ts';

/** Sends it to the officer's phone, exactly as it will go out. */
export function TestStep({ draft, ...step }: StepProps) {
  return draft && <DraftTest {...step} draft={draft} />;
}

function DraftTest({ form, texts, draft }: StepProps & { draft: BlastDetail }) {
  const words = useBlastWords();
  const spoken = messageLanguages.filter(
    (name) => form.channel === 'ivr' || draft.blast.texts[name] !== undefined,
  );
  const [chosen, setChosen] = useState<MessageLanguage>(spoken[0] ?? 'hi');
  const { id } = draft.blast;
  const live = usePoll(isUnderWay, 'GET /api/blasts/:id', { params: { id } });
  // The first try gives it its code.
  const { blast } = live.state.kind === 'loaded' ? live.state.value : draft;
  const text = blast.texts[chosen];
  return (
    <>
      <p>{words.test.lead[form.channel]}</p>
      <div className="blast-content">
        <div className="previews">
          {blast.channel === 'ivr' ? (
            <CallPreviews call={texts.call} findings={texts.callFindings} />
          ) : (
            text !== undefined && (
              <PhonePreview kind="sms" language={chosen} header={text.header} body={text.body} />
            )
          )}
          {blast.shortCode === null && <p className="detail">{words.text.sampleLink}</p>}
        </div>
        <div className="narrow">
          {spoken.length > 1 && (
            <SelectField
              label={words.test.language}
              value={chosen}
              options={spoken.map((name) => [name, words.languages[name]] as const)}
              onChoose={setChosen}
            />
          )}
          {blast.gateway === operatorGateway ? (
            <p>{words.test.byOperator}</p>
          ) : (
            <Trial blast={blast} chosen={chosen} live={live} />
          )}
        </div>
      </div>
    </>
  );
}

interface TrialProps {
  blast: BlastDetail['blast'];
  chosen: MessageLanguage;
  live: ReturnType<typeof usePoll<'GET /api/blasts/:id'>>;
}

/** Receipts come in for a while. */
const isUnderWay = ({ tests }: BlastDetail) => tests.some(({ status }) => status === 'accepted');

/** The officer's number, one button, and the results of the last tests. */
function Trial({ blast, chosen, live: { state, reload } }: TrialProps) {
  const { service } = useConsole();
  const words = useBlastWords();
  const saved = useLoad('GET /api/test-number', { query: { gateway: blast.gateway } });
  const [sent, setSent] = useState<TestMessage | null>(null);
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
            <button type="button" className="button" disabled={busy} onClick={() => send(false)}>
              {words.test.send[blast.channel]}
            </button>
          )}
          {error?.code === 'not-sent' ? (
            <GatewayRefused code={String(error.body['code'])} />
          ) : (
            <ErrorNotice error={error} />
          )}
          {isUnknown && (
            <button
              type="button"
              className="button quiet"
              disabled={busy}
              onClick={() => send(true)}
            >
              {words.test.sendAgain}
            </button>
          )}
          {sent !== null && <Sent test={sent} gateway={blast.gateway} />}
          {state.kind === 'loaded' && <TestList detail={state.value} />}
        </>
      )}
    </Await>
  );
}

function Sent({ test, gateway }: { test: TestMessage; gateway: string }) {
  const words = useBlastWords().test;
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
  const words = useBlastWords();
  return (
    <p className="notice bad" role="alert">
      {words.test.refused(code)} {providerCode(code, language) ?? words.codes.unlisted}
    </p>
  );
}
