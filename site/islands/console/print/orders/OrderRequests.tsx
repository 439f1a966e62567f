import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { orderWordsIn } from './order-words.ts';

type Request = Answer<'GET /api/order-requests'>[number];

/** Orders that wait for HQ to lift its hold on printing, and those that may be placed now. */
export function OrderRequests({
  requests,
  onOpen,
}: {
  requests: readonly Request[];
  onOpen: (request: number) => void;
}) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
  const nameDistrict = useDistrictName();
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">{words.requests}</h2>
      <ul className="plain order-list">
        {requests.map((request) => (
          <li key={request.id}>
            <button type="button" onClick={() => onOpen(request.id)}>
              <strong>
                {nameDistrict(request.content.district)}: {request.content.vendor}
              </strong>
              <span className="detail">
                {words.askedBy(formatDay(request.askedOn, language), request.askedBy)}
              </span>
              <RequestState request={request} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** HQ's answer, or that there is none yet. */
export function RequestState({ request: { answer } }: { request: Request }) {
  const { language } = useConsole();
  const { answer: say, requestStates } = orderWordsIn(language);
  if (answer === null) return <span className="detail">{requestStates.waiting}</span>;
  const { lifted, by, reason } = answer;
  return (
    <span className={lifted ? 'good' : 'wrong'}>
      {say(lifted ? requestStates.lifted : requestStates.kept, by, reason)}
    </span>
  );
}
