import { type ReactNode, useState } from 'react';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import {
  marksFor,
  type ParcelMark,
  spacedCode,
  undoableMark,
} from '../../../../../campaigns/print/purchase-orders/parcel.ts';
import {
  type ReprintReason,
  reprintReasons,
} from '../../../../../campaigns/print/purchase-orders/purchase-order.ts';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { AskRow, Form } from '../../ui/AskForm.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { Button, ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { BoardDateRow } from './BoardDates.tsx';
import { orderWordsIn } from './order-words.ts';

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
  const { language, service, words } = useConsole(orderWordsIn);
  const may = useMay();
  const { code, state } = parcel;
  const [first] = lines;
  const name = first === undefined ? parcel.station : pickName(first, language);
  const open = order.held === null && order.cancelled === null && may('order.place');
  const act = async (route: 'mark' | 'undo', mark: ParcelMark) => {
    await service.ask(`POST /api/parcels/:code/${route}`, { params: { code }, body: { mark } });
    onChanged();
  };
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
      {open && (
        <AskRow
          asks={[
            ...marksFor(state).map((mark) => {
              const button = mark === 'dispatched' ? words.markDispatched : words.markReceived;
              return { button, label: words.markOf(button, name), send: () => act('mark', mark) };
            }),
            undoable !== undefined && {
              button: words.undo,
              label: words.markOf(words.undo, name),
              look: 'link',
              send: () => act('undo', undoable),
            },
          ]}
        />
      )}
    </li>
  );
}

interface ParcelLineProps {
  order: number;
  line: Answer<'GET /api/purchase-orders/:id'>['lines'][number];
  /** The station's. */
  name: string;
  open: boolean;
  onChanged: () => void;
}

/** One line of a parcel, with a button to have it printed again. */
function ParcelLine(props: ParcelLineProps) {
  const { language, words } = useConsole(orderWordsIn);
  const { artwork, quantity, place, reprint, present } = props.line;
  return (
    <li>
      <span>
        {artworkName(artwork, language)} × {formatNumber(quantity, language)}
        {place !== '' && `, ${place}`}
      </span>{' '}
      {reprint !== null && (
        <span className="parcel-state">
          {words.reprinted}:{' '}
          {reprint.reason === 'other' ? reprint.words : words.reasons[reprint.reason]}
        </span>
      )}
      {present !== null && (
        <span className="parcel-state superseded" title={words.supersededText}>
          {words.superseded}
        </span>
      )}
      <Reprint {...props} />
    </li>
  );
}

function Reprint({ order, line, name, open, onChanged }: ParcelLineProps) {
  const { language, service, words } = useConsole(orderWordsIn);
  const [asking, setAsking] = useState<'reason' | 'words' | null>(null);
  const { busy, error, run } = useAction();
  const send = (reason: ReprintReason, remark = '') =>
    run(async () => {
      await service.ask('POST /api/purchase-orders/:id/reprint', {
        params: { id: order },
        body: { line: line.id, reason, remark },
      });
      setAsking(null);
      onChanged();
    });
  return (
    <>
      {open && asking === null && (
        <Button
          look="link"
          aria-label={words.reprintOf(artworkName(line.artwork, language), name)}
          onClick={() => setAsking('reason')}
        >
          {words.reprint}
        </Button>
      )}
      {asking === 'reason' && (
        <span className="row reasons">
          {reprintReasons.map((reason) => (
            <Button
              key={reason}
              disabled={busy}
              onClick={() => (reason === 'other' ? setAsking('words') : send(reason))}
            >
              {words.reasons[reason]}
            </Button>
          ))}
          <Button look="link" onClick={() => setAsking(null)}>
            {words.close}
          </Button>
        </span>
      )}
      {asking === 'words' && (
        <Form className="narrow" onSubmit={(fields) => send('other', String(fields.get('remark')))}>
          <TextField label={words.why} name="remark" required maxLength={300} autoComplete="off" />
          <button type="submit" className="button" disabled={busy}>
            {words.reprint}
          </button>
        </Form>
      )}
      <ErrorNotice error={error} />
    </>
  );
}
