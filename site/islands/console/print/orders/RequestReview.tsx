import { useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { AskButton, AskForm, useAsk } from '../../ui/AskForm.tsx';
import { useConsole, useDistrictName, useMay } from '../../ui/console-context.ts';
import { DecisionForm } from '../../ui/DecisionForm.tsx';
import { Await, Button, List, Outcome, Section } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { OrderReview } from './OrderReview.tsx';
import { orderWordsIn } from './order-words.ts';

type Request = Answer<'GET /api/order-requests'>[number];

interface RequestReviewProps {
  request: Request;
  /** It was sent just now. */
  fresh: boolean;
  onPlaced: (order: number) => void;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

/** An order that a district asked for while HQ holds printing: HQ answers, the district places it or takes it back. */
export function RequestReview(props: RequestReviewProps) {
  const { request, fresh } = props;
  const { words, format } = useConsole(orderWordsIn);
  const nameDistrict = useDistrictName();
  const may = useMay();
  const { district } = request.content;
  const { state, reload } = useLoad('GET /api/print-approvals', { query: { district } });
  const lifted = request.answer?.lifted === true;
  return (
    <Await state={state} retry={reload}>
      {(view) => (
        <OrderReview
          content={request.content}
          view={view}
          lifted={lifted}
          lead={
            <>
              {fresh && <Outcome tone="good">{words.asked}</Outcome>}
              <p>
                {nameDistrict(district)} ·{' '}
                {words.askedBy(format.day(request.askedOn), request.askedBy)}
              </p>
              <RequestState request={request} />
            </>
          }
          act={({ total, ready }) =>
            may('order.place') && (
              <OwnRequest
                {...props}
                total={total}
                ready={ready && (lifted || view.hold === null)}
              />
            )
          }
        >
          {may('order.hold') && <Answering {...props} />}
        </OrderReview>
      )}
    </Await>
  );
}

function OwnRequest({
  request: { id },
  total,
  ready,
  onPlaced,
  onChanged,
  onClose,
}: RequestReviewProps & { total: string; ready: boolean }) {
  const { service, words } = useConsole(orderWordsIn);
  const params = { id };
  const place = async () => {
    const answer = await service.ask('POST /api/order-requests/:id/order', { params });
    if ('order' in answer) onPlaced(answer.order.id);
    return answer;
  };
  const withdraw = async () => {
    await service.ask('POST /api/order-requests/:id/withdraw', { params });
    await onChanged();
    onClose();
  };
  return (
    <div className="actions">
      {ready && <AskForm button={words.submit(total)} send={place} />}
      <AskButton button={words.withdraw} send={withdraw} />
    </div>
  );
}

/** HQ's answer, with the way to another one; a form where there is none yet. */
function Answering(props: RequestReviewProps) {
  const { answer } = props.request;
  const { words } = useConsole(orderWordsIn);
  const [isOpen, setOpen] = useState(false);
  if (answer === null || isOpen)
    return (
      <AnswerForm
        {...props}
        onChanged={async () => {
          await props.onChanged();
          setOpen(false);
        }}
      />
    );
  return (
    <Outcome tone={answer.lifted ? 'good' : 'plain'}>
      <RequestState request={props.request} />
      <br />
      <Button look="link" onClick={() => setOpen(true)}>
        {words.changeAnswer}
      </Button>
    </Outcome>
  );
}

function AnswerForm({ request, onChanged }: RequestReviewProps) {
  const { words } = useConsole(orderWordsIn);
  const ask = useAsk(onChanged);
  const params = { id: request.id };
  return (
    <>
      <p className="detail">{words.answerLead}</p>
      <DecisionForm
        className="narrow"
        label={words.why}
        missing={words.writeWhy}
        given={request.answer?.reason}
        maxLength={300}
        decisions={[
          { action: 'lift', button: words.lift, needsReason: true },
          { action: 'keep', button: words.keepHold, needsReason: true },
        ]}
        send={(action, reason) => {
          const body = { lifted: action === 'lift', reason };
          return ask('POST /api/order-requests/:id/answer', { params, body })();
        }}
      />
    </>
  );
}

interface OrderRequestsProps {
  requests: readonly Request[];
  onOpen: (request: number) => void;
}

/** Orders that wait for HQ to lift its hold on printing, and those that may be placed now. */
export function OrderRequests({ requests, onOpen }: OrderRequestsProps) {
  const { words, format } = useConsole(orderWordsIn);
  const nameDistrict = useDistrictName();
  if (requests.length === 0) return null;
  return (
    <Section id="requests" title={words.requests}>
      <List of={requests} className="order-list">
        {(request) => (
          <button type="button" onClick={() => onOpen(request.id)}>
            <strong>
              {nameDistrict(request.content.district)}: {request.content.vendor}
            </strong>
            <span className="detail">
              {words.askedBy(format.day(request.askedOn), request.askedBy)}
            </span>
            <RequestState request={request} />
          </button>
        )}
      </List>
    </Section>
  );
}

/** HQ's answer, or that there is none yet. */
function RequestState({ request: { answer } }: { request: Request }) {
  const { requestStates } = useConsole(orderWordsIn).words;
  if (answer === null) return <span className="detail">{requestStates.waiting}</span>;
  const { lifted, by, reason } = answer;
  return (
    <span className={lifted ? 'good' : 'wrong'}>
      {lifted ? requestStates.lifted : requestStates.kept} ({by}): {reason}
    </span>
  );
}
