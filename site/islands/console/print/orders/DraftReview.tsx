import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { OrderContent } from '../../../../../messaging/print/purchase-orders/purchase-orders-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { OrderReview } from './OrderReview.tsx';
import { useOrderWords } from './order-words.ts';

interface DraftReviewProps {
  content: OrderContent;
  view: Answer<'GET /api/print-approvals'>;
  onPlaced: (order: number) => void;
  onAsked: (request: number) => void;
  onChange: () => void;
}

/** The filled-in order as a whole: it is placed from here only, or HQ is asked while it holds printing. */
export function DraftReview({ content, view, onPlaced, onAsked, onChange }: DraftReviewProps) {
  const { service } = useConsole();
  const words = useOrderWords();
  const { busy, error, run } = useAction();
  const place = () =>
    run(async () => {
      const { order } = await service.ask('POST /api/purchase-orders', { body: content });
      onPlaced(order.id);
    });
  const ask = () =>
    run(async () => onAsked((await service.ask('POST /api/order-requests', { body: content })).id));
  return (
    <>
      <p>
        <button type="button" className="link" onClick={onChange}>
          {words.change}
        </button>
      </p>
      <OrderReview
        content={content}
        view={view}
        lead={words.reviewLead}
        act={({ total, ready }) =>
          ready && (
            <div className="actions">
              <ErrorNotice error={error} />
              <button
                type="button"
                className="button"
                disabled={busy}
                onClick={view.hold === null ? place : ask}
              >
                {view.hold === null ? words.submit(total) : words.ask}
              </button>
            </div>
          )
        }
      />
    </>
  );
}
