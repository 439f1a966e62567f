import { useState } from 'react';
import {
  type ReprintReason,
  reprintReasons,
} from '../../../../../campaigns/purchase-orders/purchase-order.ts';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { orderWordsIn } from './order-words.ts';

interface ParcelLineProps {
  order: number;
  line: Answer<'GET /api/purchase-orders/:id'>['lines'][number];
  /** The station's. */
  name: string;
  open: boolean;
  onChanged: () => void;
}

/** One line of a parcel, with a button to have it printed again. */
export function ParcelLine(props: ParcelLineProps) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
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
  const { language, service } = useConsole();
  const words = orderWordsIn(language);
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
        <button
          type="button"
          className="link"
          aria-label={words.reprintOf(artworkName(line.artwork, language), name)}
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
