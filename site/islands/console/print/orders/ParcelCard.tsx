import { type FormEvent, useState } from 'react';
import {
  marksFor,
  type ParcelMark,
  spacedCode,
  undoableMark,
} from '../../../../../campaigns/purchase-orders/parcel.ts';
import {
  type ReprintReason,
  reprintReasons,
} from '../../../../../campaigns/purchase-orders/purchase-order.ts';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { orderWordsIn } from '../../../../i18n/order-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { BoardDateRow } from './BoardDates.tsx';

type Detail = Answer<'GET /api/purchase-orders/:id'>;
type Line = Detail['lines'][number];

/** A parcel: what is in it, its three dates, the next mark, and what is to be printed again. */
export function ParcelCard({
  order,
  parcel,
  lines,
  onChanged,
}: {
  order: Detail['order'];
  parcel: Detail['parcels'][number];
  lines: readonly Line[];
  onChanged: () => void;
}) {
  const { language, service } = useConsole();
  const words = orderWordsIn(language);
  const me = useMe();
  const { busy, error, run } = useAction();
  const { code, state } = parcel;
  const [first] = lines;
  const name = (language === 'hi' ? first?.nameHi : first?.nameEn) ?? parcel.station;
  const open = order.held === null && order.cancelled === null && me.role === 'district';
  const act = (route: 'mark' | 'undo', mark: ParcelMark) =>
    run(async () => {
      await service.ask(`POST /api/parcels/:code/${route}`, { params: { code }, body: { mark } });
      onChanged();
    });
  const undoable = undoableMark(state);
  return (
    <li data-parcel={code}>
      <h3>
        {name} <span className={`parcel-state ${state}`}>{words.states[state]}</span>
      </h3>
      <p className="detail">
        {words.parcel} {spacedCode(code)}
      </p>
      <BoardDateRow dates={parcel} name={name} />
      <ul className="plain parcel-lines">
        {lines.map((line) => (
          <LineRow
            key={line.id}
            order={order}
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

function LineRow({
  order,
  line,
  name,
  open,
  onChanged,
}: {
  order: Detail['order'];
  line: Line;
  name: string;
  open: boolean;
  onChanged: () => void;
}) {
  const { language, service } = useConsole();
  const words = orderWordsIn(language);
  const [asking, setAsking] = useState<'reason' | 'words' | null>(null);
  const { busy, error, run } = useAction();
  const what = artworkName(line.artwork, language);
  const send = (reason: ReprintReason, remark = '') =>
    run(async () => {
      await service.ask('POST /api/purchase-orders/:id/reprint', {
        params: { id: order.id },
        body: { line: line.id, reason, remark },
      });
      setAsking(null);
      onChanged();
    });
  const sendWords = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send('other', String(new FormData(event.currentTarget).get('remark')));
  };
  return (
    <li>
      <span>
        {what} × {formatNumber(line.quantity, language)}
        {line.place !== '' && `, ${line.place}`}
      </span>{' '}
      {line.reprint !== null && (
        <span className="parcel-state">
          {words.reprinted}:{' '}
          {line.reprint.reason === 'other'
            ? line.reprint.words
            : words.reasons[line.reprint.reason]}
        </span>
      )}
      {line.present !== null && (
        <span className="parcel-state superseded" title={words.supersededText}>
          {words.superseded}
        </span>
      )}
      {open && asking === null && (
        <button
          type="button"
          className="link"
          aria-label={words.reprintOf(what, name)}
          onClick={() => setAsking('reason')}
        >
          {words.reprint}
        </button>
      )}
      {asking === 'reason' && (
        <span className="row reasons">
          {reprintReasons.map((reason) => (
            <button
              key={reason}
              type="button"
              className="button quiet"
              disabled={busy}
              onClick={() => (reason === 'other' ? setAsking('words') : send(reason))}
            >
              {words.reasons[reason]}
            </button>
          ))}
          <button type="button" className="link" onClick={() => setAsking(null)}>
            {words.close}
          </button>
        </span>
      )}
      {asking === 'words' && (
        <form className="narrow" onSubmit={sendWords}>
          <TextField label={words.why} name="remark" required maxLength={300} autoComplete="off" />
          <button type="submit" className="button" disabled={busy}>
            {words.reprint}
          </button>
        </form>
      )}
      <ErrorNotice error={error} />
    </li>
  );
}
