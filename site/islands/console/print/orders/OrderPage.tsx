import { useState } from 'react';
import { matchesParcel } from '../../../../../campaigns/print/purchase-orders/parcel.ts';
import { orderPapers } from '../../../../../campaigns/print/purchase-orders/purchase-order.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { OrderFormat } from '../../../../../messaging/contract/values.ts';
import { AskBehind, AskButton, useAsk } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName, useMay } from '../../ui/console-context.ts';
import { EffectTable } from '../../ui/Effect.tsx';
import { Strong } from '../../ui/lines.tsx';
import { Await, Button, Facts, List, Outcome, Section, TextField } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { useStationPath } from '../../ui/views.ts';
import { OrderNotes } from './OrderList.tsx';
import { HoldNotice } from './OrderReview.tsx';
import { orderWordsIn } from './order-words.ts';

import { ParcelList } from './ParcelCard.tsx';
import { useVendorLinks, VendorLinks } from './VendorLinks.tsx';

type WholeOrder = Answer<'GET /api/purchase-orders/:id'>;

interface OrderPageProps {
  id: number;
  /** It was placed just now. */
  fresh: boolean;
  onClose: () => void;
}

/** One order: its papers, its parcels and what may be done with it. */
export function OrderPage({ id, fresh, onClose }: OrderPageProps) {
  const { words } = useConsole(orderWordsIn);
  const { state, reload } = useLoad('GET /api/purchase-orders/:id', { params: { id } });
  return (
    <>
      <BackToAll onClose={onClose} />
      <Await state={state} retry={reload}>
        {(detail) => (
          <div className="orders-columns">
            <div>
              {fresh && (
                <Outcome tone="good">
                  <strong>{words.placed(detail.order.reference)}</strong> {words.placedHow}
                </Outcome>
              )}
              <Head detail={detail} />
              <OrderLinks {...detail.order} />
            </div>
            <Parcels detail={detail} />
          </div>
        )}
      </Await>
    </>
  );
}

function OrderLinks({ id, district, cancelled }: WholeOrder['order']) {
  const links = useVendorLinks(district);
  return (
    <VendorLinks district={district} order={id} links={links} hasOrders={cancelled === null} />
  );
}

export function BackToAll({ onClose }: { onClose: () => void }) {
  const { words } = useConsole(orderWordsIn);
  return (
    <p>
      <Button look="link" onClick={onClose}>
        {words.all}
      </Button>
    </p>
  );
}

function Head({ detail: { order, hold, notes } }: { detail: WholeOrder }) {
  const { words, format } = useConsole(orderWordsIn);
  const nameDistrict = useDistrictName();
  const { id, district, reference, vendor, orderedOn, orderedBy, dueOn, gstPercent } = order;
  const paper = (name: (typeof orderPapers)[number], format: OrderFormat) =>
    makeAddress('GET /api/purchase-orders/:id/papers/:paper', {
      params: { id, paper: name },
      query: { format },
    });
  return (
    <Section
      id="order"
      title={
        <>
          {words.order(reference)}, {nameDistrict(district)}
        </>
      }
    >
      <Strong>{vendor}</Strong>
      <p className="detail">
        {`${format.day(orderedOn)}, ${orderedBy}`}
        {dueOn !== null && ` · ${words.due(format.day(dueOn))}`}
      </p>
      {hold !== null && order.cancelled === null && <HoldNotice host={hold.host} />}
      {order.lifted !== null && (
        <p className="notice good">{words.lifted(order.lifted.by, order.lifted.reason)}</p>
      )}
      <p>
        <OrderNotes order={order} />
      </p>
      {notes.length > 0 && order.cancelled === null && (
        <>
          <p>{words.readAgain}</p>
          <EffectTable effect={{ changes: [], findings: notes }} />
        </>
      )}
      <Facts
        className="order-sums"
        facts={[
          [words.net, format.rupees(order.net)],
          order.gst !== null && [words.gst(gstPercent ?? 0), format.rupees(order.gst)],
          [words.total, format.rupees(order.total)],
        ]}
      />
      <List of={orderPapers} className="order-papers" keyOf={(name) => name}>
        {(name) => (
          <>
            <span>{words.papers[name]}</span>
            {(name === 'order' ? (['pdf', 'docx', 'xlsx'] as const) : (['pdf'] as const)).map(
              (format) => (
                <a
                  key={format}
                  href={paper(name, format)}
                  aria-label={`${words.papers[name]} ${format}`}
                >
                  {format.toUpperCase()}
                </a>
              ),
            )}
          </>
        )}
      </List>
      {order.cancelled === null && <Commands order={order} />}
    </Section>
  );
}

/** Steps of an order that is not cancelled: HQ holds it or lets it go on, the district cancels it before a parcel leaves. */
function Commands({ order: { id, held, parcels } }: Pick<WholeOrder, 'order'>) {
  const { words } = useConsole(orderWordsIn);
  const may = useMay();
  const ask = useAsk();
  const params = { id };
  const hold = (held: boolean) =>
    ask('POST /api/purchase-orders/:id/hold', { params, body: { held } });
  const why = (
    <TextField label={words.why} name="reason" required maxLength={300} autoComplete="off" />
  );
  return (
    <>
      {may('order.hold') &&
        (held === null ? (
          <AskBehind button={words.hold} send={hold(true)} cancel={words.close}>
            {why}
          </AskBehind>
        ) : (
          <AskButton button={words.release} send={hold(false)} />
        ))}
      {may('order.place') && parcels.dispatched + parcels.received === 0 && (
        <AskBehind
          button={words.cancel}
          send={ask('POST /api/purchase-orders/:id/cancel', { params })}
          cancel={words.close}
        >
          {why}
        </AskBehind>
      )}
    </>
  );
}

function Parcels({ detail }: { detail: WholeOrder }) {
  const { words, format } = useConsole(orderWordsIn);
  const [text, setText] = useState('');
  const path = useStationPath();
  const { order, lines, parcels } = detail;
  const shown = parcels.filter(({ code }) => {
    const [first] = lines.filter((line) => line.parcel === code);
    return matchesParcel(text, { code, names: [first?.nameHi, first?.nameEn] });
  });
  return (
    <section aria-label={words.parcel}>
      <TextField
        label={words.find}
        type="search"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        autoComplete="off"
      />
      <p className="detail" role="status">
        {words.shown(format.number(shown.length), format.number(parcels.length))}
      </p>
      <ParcelList
        title={({ station }, name) => (
          <a href={path(order.district, station, 'printing')}>{name}</a>
        )}
        detail={{ ...detail, parcels: shown }}
      />
    </section>
  );
}
