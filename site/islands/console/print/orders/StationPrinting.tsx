import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { Await, ErrorNotice } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { viewPath } from '../../ui/views.ts';
import { type ApprovalsProps, Approved, FileCard, useApprovals } from './FileCard.tsx';
import { orderWordsIn } from './order-words.ts';

import { ParcelCard } from './ParcelCard.tsx';

/** Printing of one station: its press files to approve, and its parcels to receive. */
export function StationPrinting({ district, station }: { district: string; station: string }) {
  const { language, words } = useConsole(orderWordsIn);
  const query = { district, station };
  const files = useLoad('GET /api/print-approvals', { query });
  const orders = useLoad('GET /api/purchase-orders', { query });
  return (
    <section aria-label={words.printing}>
      <h3>{words.approvals}</h3>
      <Await state={files.state} retry={files.reload}>
        {(view) => <StationFiles district={district} view={view} onChanged={files.reload} />}
      </Await>
      <h3>{words.orders}</h3>
      <Await state={orders.state} retry={orders.reload}>
        {(placed) =>
          placed.length === 0 ? (
            <p>
              {words.noOrders}{' '}
              <a href={`${localPath(language, viewPath('orders'))}?district=${district}`}>
                {words.toOrders}
              </a>
            </p>
          ) : (
            placed.map(({ id }) => <StationOrder key={id} id={id} station={station} />)
          )
        }
      </Await>
    </section>
  );
}

function StationFiles(props: ApprovalsProps) {
  const { words } = useConsole(orderWordsIn);
  const may = useMay();
  const { busy, error, decided, approve } = useApprovals(props);
  const { district, view } = props;
  if (view.files.length === 0) return <p>{words.noStationFiles}</p>;
  return (
    <>
      <ErrorNotice error={error} />
      <ul className="plain approvals">
        {view.files.map((file) => (
          <FileCard
            key={file.path}
            district={district}
            file={file}
            named="artwork"
            busy={busy}
            onApprove={may('print.approve') ? () => approve([file]) : null}
          />
        ))}
      </ul>
      <Approved decided={decided} />
    </>
  );
}

/** The station's parcels of an order, each under the order's number. */
function StationOrder({ id, station }: { id: number; station: string }) {
  const { state, reload } = useLoad('GET /api/purchase-orders/:id', { params: { id } });
  return (
    <Await state={state} retry={reload}>
      {(detail) => <StationParcels detail={detail} station={station} onChanged={reload} />}
    </Await>
  );
}

function StationParcels({
  detail: { order, lines, parcels },
  station,
  onChanged,
}: {
  detail: Answer<'GET /api/purchase-orders/:id'>;
  station: string;
  onChanged: () => void;
}) {
  const { language, words } = useConsole(orderWordsIn);
  const address = `${localPath(language, viewPath('orders'))}?district=${order.district}&id=${order.id}`;
  return (
    <ul className="plain parcels">
      {parcels
        .filter((parcel) => parcel.station === station)
        .map((parcel) => (
          <ParcelCard
            key={parcel.code}
            title={() => <a href={address}>{words.order(order.reference)}</a>}
            order={order}
            parcel={parcel}
            lines={lines.filter((line) => line.parcel === parcel.code)}
            onChanged={onChanged}
          />
        ))}
    </ul>
  );
}
