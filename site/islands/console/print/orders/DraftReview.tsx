import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { OrderContent } from '../../../../../messaging/print/purchase-orders/purchase-orders-schemas.ts';
import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
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
  const place = async () =>
    onPlaced((await service.ask('POST /api/purchase-orders', { body: content })).order.id);
  const ask = async () =>
    onAsked((await service.ask('POST /api/order-requests', { body: content })).id);
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
              <AskButton
                button={view.hold === null ? words.submit(total) : words.ask}
                look="button"
                send={view.hold === null ? place : ask}
              />
            </div>
          )
        }
      />
    </>
  );
}
