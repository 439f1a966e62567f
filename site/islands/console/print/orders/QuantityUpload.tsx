import { useState } from 'react';
import { mostQuantity } from '../../../../../campaigns/purchase-orders/purchase-order.ts';
import type { ReadQuantities } from '../../../../../messaging/contract/print/purchase-orders.ts';
import { sheetFormats } from '../../../../../messaging/contract/values.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { orderWordsIn } from '../../../../i18n/order-words.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FileField } from '../../ui/FileField.tsx';
import { ErrorNotice, Outcome, UploadBar } from '../../ui/parts.tsx';
import { RowFaults } from '../../ui/RowFaults.tsx';
import { useAction } from '../../ui/use-service.ts';

type Quantities = ReadQuantities['rows'];

/** Quantities and places of all stations from a sheet: first checked, then laid into the form, and out of it again. */
export function QuantityUpload({
  district,
  onTake,
}: {
  district: string;
  /** @returns puts back what stood there before */
  onTake: (rows: Quantities) => () => void;
}) {
  const { language, service } = useConsole();
  const words = orderWordsIn(language);
  const [checked, setChecked] = useState<ReadQuantities | null>(null);
  const [undo, setUndo] = useState<{ count: number; back: () => void } | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [round, setRound] = useState(0);
  const { busy, error, run } = useAction();
  const figure = (count: number) => formatNumber(count, language);

  const check = (file: File | null | undefined) => {
    if (file === null || file === undefined || file.size === 0) return;
    run(async () => {
      setChecked(null);
      setUndo(null);
      try {
        const answer = await service.upload(
          'POST /api/order-quantities',
          { query: { district } },
          { file, onShare: setShare },
        );
        setChecked(answer);
      } finally {
        setShare(null);
        // The same file may be chosen again once it was put right.
        setRound((last) => last + 1);
      }
    });
  };
  const take = (rows: Quantities) => {
    const back = onTake(rows);
    setChecked(null);
    setUndo({ count: rows.length, back });
  };
  return (
    <details className="quantity-upload">
      <summary>{words.fromSheet}</summary>
      <p className="detail">{words.sheetLead(figure(mostQuantity))}</p>
      <p className="row">
        {sheetFormats.map((format) => (
          <a
            key={format}
            href={makeAddress('GET /api/order-quantities', { query: { district, format } })}
            download
          >
            {words.sheet(format.toUpperCase())}
          </a>
        ))}
      </p>
      <FileField
        key={round}
        label={words.filledSheet}
        hint=""
        name="quantities"
        accept=".csv,.xlsx"
        onChoose={check}
      />
      <ErrorNotice error={error} />
      <UploadBar share={share} />
      {checked !== null && !busy && (
        <Outcome
          tone={checked.rows.length === 0 ? 'bad' : checked.faults.length > 0 ? 'plain' : 'good'}
        >
          <p>
            <strong>
              {checked.rows.length === 0
                ? words.noGoodRows
                : words.goodRows(figure(checked.rows.length))}
            </strong>
          </p>
          {checked.faults.length > 0 && (
            <>
              <p>{words.badRows(figure(checked.faults.length))}</p>
              <RowFaults faults={checked.faults} />
            </>
          )}
          {checked.rows.length > 0 && (
            <button type="button" className="button" onClick={() => take(checked.rows)}>
              {words.takeRows(figure(checked.rows.length))}
            </button>
          )}
        </Outcome>
      )}
      {undo !== null && (
        <Outcome tone="good">
          <p>{words.tookRows(figure(undo.count))}</p>
          <button
            type="button"
            className="link"
            onClick={() => {
              undo.back();
              setUndo(null);
            }}
          >
            {words.undoRows}
          </button>
        </Outcome>
      )}
    </details>
  );
}
