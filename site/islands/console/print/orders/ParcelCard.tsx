import type { ReactNode } from 'react';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import {
  marksFor,
  type ParcelMark,
  spacedCode,
  undoableMark,
} from '../../../../../campaigns/purchase-orders/parcel.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { BoardDateRow } from './BoardDates.tsx';
import { orderWordsIn } from './order-words.ts';
import { ParcelLine } from './ParcelLine.tsx';

type Detail = Answer<'GET /api/purchase-orders/:id'>;

interface ParcelCardProps {
  /** The station's name with a link to its page, or the order's where the page is the station's. */
  title: (name: string) => ReactNode;
  order: Detail['order'];
  parcel: Detail['parcels'][number];
  lines: Detail['lines'];
  onChanged: () => void;
}

/** A parcel: what is in it, its three dates, the next mark, and what is to be printed again. */
export function ParcelCard({ title, order, parcel, lines, onChanged }: ParcelCardProps) {
  const { language, service } = useConsole();
  const words = orderWordsIn(language);
  const may = useMay();
  const { busy, error, run } = useAction();
  const { code, state } = parcel;
  const [first] = lines;
  const name = first === undefined ? parcel.station : pickName(first, language);
  const open = order.held === null && order.cancelled === null && may('order.place');
  const act = (route: 'mark' | 'undo', mark: ParcelMark) =>
    run(async () => {
      await service.ask(`POST /api/parcels/:code/${route}`, { params: { code }, body: { mark } });
      onChanged();
    });
  const undoable = undoableMark(state);
  return (
    <li data-parcel={code}>
      <h3>
        {title(name)} <span className={`parcel-state ${state}`}>{words.states[state]}</span>
      </h3>
      <p className="detail">
        {words.parcel} {spacedCode(code)}
      </p>
      <BoardDateRow dates={parcel} name={name} />
      <ul className="plain parcel-lines">
        {lines.map((line) => (
          <ParcelLine
            key={line.id}
            order={order.id}
            line={line}
            name={name}
            open={open}
            onChanged={onChanged}
          />
        ))}
      </ul>
      <ErrorNotice error={error} />
      {open && (
        <p className="row">
          {marksFor(state).map((mark) => {
            const label = mark === 'dispatched' ? words.markDispatched : words.markReceived;
            return (
              <button
                key={mark}
                type="button"
                className="button quiet"
                disabled={busy}
                aria-label={words.markOf(label, name)}
                onClick={() => act('mark', mark)}
              >
                {label}
              </button>
            );
          })}
          {undoable !== undefined && (
            <button
              type="button"
              className="link"
              disabled={busy}
              aria-label={words.markOf(words.undo, name)}
              onClick={() => act('undo', undoable)}
            >
              {words.undo}
            </button>
          )}
        </p>
      )}
    </li>
  );
}
