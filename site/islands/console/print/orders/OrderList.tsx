import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { Await, List, Section } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { orderWordsIn } from './order-words.ts';

type Order = Answer<'GET /api/purchase-orders'>[number];

/** Orders of a district; of all that the office sees for null. */
export const useOrders = (district: string | null) =>
  useLoad('GET /api/purchase-orders', { query: district === null ? {} : { district } });

interface OrderListProps {
  district: string | null;
  orders: ReturnType<typeof useOrders>;
  onOpen: (order: number) => void;
}

/** Orders of a district, or of all that the office sees, the latest first. */
export function OrderList({ district, orders: { state, reload }, onOpen }: OrderListProps) {
  const { words, format } = useConsole(orderWordsIn);
  const nameDistrict = useDistrictName();
  return (
    <Section id="orders" title={words.orders}>
      <Await state={state} retry={reload}>
        {(orders) => (
          <List of={orders} className="order-list" none={words.noOrders}>
            {(order) => (
              <button type="button" onClick={() => onOpen(order.id)}>
                <strong>
                  {words.order(order.reference)}
                  {district === null && `, ${nameDistrict(order.district)}`}
                </strong>
                <span className="order-sum">{format.rupees(order.total)}</span>
                <span className="detail">
                  {order.vendor} · {format.day(order.orderedOn)}
                </span>
                <OrderNotes order={order} />
              </button>
            )}
          </List>
        )}
      </Await>
    </Section>
  );
}

/** Counts an order's parcels by state, or says why it goes no further. */
export function OrderNotes({ order: { held, cancelled, parcels } }: { order: Order }) {
  const { words, format } = useConsole(orderWordsIn);
  if (cancelled !== null)
    return <span className="wrong">{words.cancelled(cancelled.by, cancelled.reason)}</span>;
  if (held !== null) return <span className="wrong">{words.held(held.by, held.reason)}</span>;
  const { waiting, dispatched, received } = parcels;
  return (
    <span className="detail">
      {words.counts(format.number(waiting), format.number(dispatched), format.number(received))}
    </span>
  );
}
