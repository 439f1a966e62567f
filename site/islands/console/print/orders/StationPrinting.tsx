import { localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { viewPath } from '../../ui/views.ts';
import { type ApprovalsProps, FileCards, useApprovals } from './FileCard.tsx';
import { orderWordsIn } from './order-words.ts';

import { ParcelList } from './ParcelCard.tsx';

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
  const approvals = useApprovals(props);
  const { district, view } = props;
  if (view.files.length === 0) return <p>{words.noStationFiles}</p>;
  return <FileCards district={district} files={view.files} named="artwork" {...approvals} />;
}

/** The station's parcels of an order, each under the order's number. */
function StationOrder({ id, station }: { id: number; station: string }) {
  const { language, words } = useConsole(orderWordsIn);
  const { state, reload } = useLoad('GET /api/purchase-orders/:id', { params: { id } });
  const address = `${localPath(language, viewPath('orders'))}?district=`;
  return (
    <Await state={state} retry={reload}>
      {(detail) => {
        const { district, reference } = detail.order;
        const parcels = detail.parcels.filter((parcel) => parcel.station === station);
        const title = <a href={`${address}${district}&id=${id}`}>{words.order(reference)}</a>;
        return <ParcelList title={() => title} detail={{ ...detail, parcels }} />;
      }}
    </Await>
  );
}
