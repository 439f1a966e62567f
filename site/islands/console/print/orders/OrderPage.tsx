import { useState } from 'react';
import { matchesParcel } from '../../../../../campaigns/print/purchase-orders/parcel.ts';
import { orderPapers } from '../../../../../campaigns/print/purchase-orders/purchase-order.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { OrderFormat } from '../../../../../messaging/contract/values.ts';
import { formatDay, formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { AskButton, AskForm } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName, useMay } from '../../ui/console-context.ts';
import { Await, Button, Facts, List, Outcome, Section, TextField } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { useStationPath } from '../../ui/views.ts';
import { OrderNotes } from './OrderList.tsx';
import { HoldNotice } from './OrderReview.tsx';
import { orderWordsIn } from './order-words.ts';

import { ParcelCard } from './ParcelCard.tsx';
import { useVendorLinks, VendorLinks } from './VendorLinks.tsx';

type Detail = Answer<'GET /api/purchase-orders/:id'>;

/** One order: its papers, its parcels and what may be done with it. */
export function OrderPage({
  id,
  fresh,
  onClose,
}: {
  id: number;
  /** It was placed just now. */
  fresh: boolean;
  onClose: () => void;
}) {
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
              <Head detail={detail} onChanged={reload} />
              <OrderLinks order={detail.order} />
            </div>
            <Parcels detail={detail} onChanged={reload} />
          </div>
        )}
      </Await>
    </>
  );
}

function OrderLinks({ order: { id, district, cancelled } }: { order: Detail['order'] }) {
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

function Head({ detail: { order, hold }, onChanged }: { detail: Detail; onChanged: () => void }) {
  const { language, words } = useConsole(orderWordsIn);
  const may = useMay();
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
      <p>
        <strong>{vendor}</strong>
      </p>
      <p className="detail">
        {words.orderedBy(formatDay(orderedOn, language), orderedBy)}
        {dueOn !== null && ` · ${words.due(formatDay(dueOn, language))}`}
      </p>
      {hold !== null && order.cancelled === null && <HoldNotice host={hold.host} />}
      {order.lifted !== null && (
        <p className="notice good">{words.lifted(order.lifted.by, order.lifted.reason)}</p>
      )}
      <p>
        <OrderNotes order={order} />
      </p>
      <Facts
        className="order-sums"
        facts={[
          [words.net, formatRupees(order.net, language)],
          order.gst !== null && [words.gst(gstPercent ?? 0), formatRupees(order.gst, language)],
          [words.total, formatRupees(order.total, language)],
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
      {order.cancelled === null && may('order.hold') && (
        <Command
          name={order.held === null ? words.hold : words.release}
          id={id}
          step={order.held === null ? 'hold' : 'release'}
          onChanged={onChanged}
        />
      )}
      {order.cancelled === null &&
        may('order.place') &&
        order.parcels.dispatched + order.parcels.received === 0 && (
          <Command name={words.cancel} id={id} step="cancel" onChanged={onChanged} />
        )}
    </Section>
  );
}

/** A step that needs a reason, but for the one that lets an order go on. */
function Command({
  name,
  id,
  step,
  onChanged,
}: {
  name: string;
  id: number;
  step: 'hold' | 'release' | 'cancel';
  onChanged: () => void;
}) {
  const { service, words } = useConsole(orderWordsIn);
  const [open, setOpen] = useState(false);
  const params = { id };
  const send = async (reason: string) => {
    if (step === 'cancel')
      await service.ask('POST /api/purchase-orders/:id/cancel', { params, body: { reason } });
    else
      await service.ask('POST /api/purchase-orders/:id/hold', {
        params,
        body: step === 'hold' ? { held: true, reason } : { held: false },
      });
    setOpen(false);
    onChanged();
  };
  if (step === 'release') return <AskButton button={name} send={() => send('')} />;
  if (!open) return <Button onClick={() => setOpen(true)}>{name}</Button>;
  return (
    <AskForm
      button={name}
      send={(fields) => send(String(fields.get('reason')))}
      onCancel={() => setOpen(false)}
      cancel={words.close}
    >
      <TextField label={words.why} name="reason" required maxLength={300} autoComplete="off" />
    </AskForm>
  );
}

function Parcels({ detail, onChanged }: { detail: Detail; onChanged: () => void }) {
  const { language, words } = useConsole(orderWordsIn);
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
        {words.shown(formatNumber(shown.length, language), formatNumber(parcels.length, language))}
      </p>
      <ul className="plain parcels">
        {shown.map((parcel) => (
          <ParcelCard
            key={parcel.code}
            title={(name) => <a href={path(order.district, parcel.station, 'printing')}>{name}</a>}
            order={order}
            parcel={parcel}
            lines={lines.filter((line) => line.parcel === parcel.code)}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </section>
  );
}
