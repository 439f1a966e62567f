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
import { AskForm, AskRow, useAsk } from '../../ui/AskForm.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { Detail } from '../../ui/lines.tsx';
import { Button, List, TextField } from '../../ui/parts.tsx';
import { BoardDateRow } from './BoardDates.tsx';
import { orderWordsIn } from './order-words.ts';

type WholeOrder = Answer<'GET /api/purchase-orders/:id'>;

interface ParcelListProps {
  detail: WholeOrder;
  /** The station's name with a link to its page, or the order's where the page is the station's. */
  title: (parcel: WholeOrder['parcels'][number], name: string) => ReactNode;
}

/** Parcels of an order: what is in each, its three dates, the next mark, and what is to be printed again. */
export function ParcelList({ detail: { order, lines, parcels }, title }: ParcelListProps) {
  const { language, words } = useConsole(orderWordsIn);
  const may = useMay();
  const ask = useAsk();
  const open = order.held === null && order.cancelled === null && may('order.place');
  const act = (code: string, route: 'mark' | 'undo', mark: ParcelMark) =>
    ask(`POST /api/parcels/:code/${route}`, { params: { code }, body: { mark } });
  return (
    <ul className="plain parcels">
      {parcels.map((parcel) => {
        const { code, state } = parcel;
        const own = lines.filter((line) => line.parcel === code);
        const name = own[0] === undefined ? parcel.station : pickName(own[0], language);
        const undoable = undoableMark(state);
        return (
          <li key={code} data-parcel={code}>
            <h3>
              {title(parcel, name)}{' '}
              <span className={`parcel-state ${state}`}>{words.states[state]}</span>
            </h3>
            <Detail>
              {words.parcel} {spacedCode(code)}
            </Detail>
            <BoardDateRow dates={parcel} name={name} />
            <List of={own} className="parcel-lines">
              {(line) => <ParcelLine order={order.id} line={line} name={name} open={open} />}
            </List>
            {open && (
              <AskRow
                asks={[
                  ...marksFor(state).map((mark) => {
                    const button =
                      mark === 'dispatched' ? words.markDispatched : words.markReceived;
                    return { button, label: `${button}: ${name}`, send: act(code, 'mark', mark) };
                  }),
                  undoable !== undefined && {
                    button: words.undo,
                    label: `${words.undo}: ${name}`,
                    look: 'link',
                    send: act(code, 'undo', undoable),
                  },
                ]}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface ParcelLineProps {
  order: number;
  line: WholeOrder['lines'][number];
  /** The station's. */
  name: string;
  open: boolean;
}

/** One line of a parcel, with a button to have it printed again. */
function ParcelLine(props: ParcelLineProps) {
  const { language, words, format } = useConsole(orderWordsIn);
  const { artwork, quantity, place, reprint, present } = props.line;
  return (
    <>
      <span>
        {artworkName(artwork, language)} × {format.number(quantity)}
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
    </>
  );
}

function Reprint({ order, line, name, open }: ParcelLineProps) {
  const { language, words } = useConsole(orderWordsIn);
  const [asking, setAsking] = useState<'reason' | 'words' | null>(null);
  const ask = useAsk();
  const send = (reason: ReprintReason, remark = '') =>
    ask('POST /api/purchase-orders/:id/reprint', {
      params: { id: order },
      body: { line: line.id, reason, remark },
    });
  const done = (work: Promise<unknown>) => work.then(() => setAsking(null));
  if (!open) return null;
  if (asking === null)
    return (
      <Button
        look="link"
        aria-label={words.reprintOf(artworkName(line.artwork, language), name)}
        onClick={() => setAsking('reason')}
      >
        {words.reprint}
      </Button>
    );
  if (asking === 'words')
    return (
      <AskForm button={words.reprint} send={(fields) => done(send('other')(fields))}>
        <TextField label={words.why} name="remark" required maxLength={300} autoComplete="off" />
      </AskForm>
    );
  return (
    <AskRow
      className="row reasons"
      asks={[
        ...reprintReasons.map((reason) => ({
          button: words.reasons[reason],
          send: async () => (reason === 'other' ? setAsking('words') : done(send(reason)())),
        })),
        { button: words.close, look: 'link', send: async () => setAsking(null) },
      ]}
    />
  );
}
