import { useState } from 'react';
import { mostQuantity } from '../../../../../campaigns/print/purchase-orders/purchase-order.ts';
import { sheetFormats } from '../../../../../messaging/contract/values.ts';
import type { ReadQuantities } from '../../../../../messaging/print/purchase-orders/purchase-orders-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FileField } from '../../ui/FileField.tsx';
import { Button, ErrorNotice, Outcome, UploadBar } from '../../ui/parts.tsx';
import { RowFaults } from '../../ui/RowFaults.tsx';
import { useUpload } from '../../ui/use-upload.ts';
import { orderWordsIn } from './order-words.ts';

type Quantities = ReadQuantities['rows'];

interface QuantityUploadProps {
  district: string;
  /** @returns puts back what stood there before */
  onTake: (rows: Quantities) => () => void;
}

/** Quantities and places of all stations from a sheet: first checked, then laid into the form, and out of it again. */
export function QuantityUpload({ district, onTake }: QuantityUploadProps) {
  const { language, service, words } = useConsole(orderWordsIn);
  const [checked, setChecked] = useState<ReadQuantities | null>(null);
  const [undo, setUndo] = useState<{ count: number; back: () => void } | null>(null);
  const [round, setRound] = useState(0);
  const { share, busy, error, upload } = useUpload();
  const figure = (count: number) => formatNumber(count, language);

  const check = (file: File | undefined) => {
    if (file === undefined || file.size === 0) return;
    upload(async (onShare) => {
      setChecked(null);
      setUndo(null);
      try {
        const query = { district };
        setChecked(
          await service.upload('POST /api/order-quantities', { query }, { file, onShare }),
        );
      } finally {
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
        <CheckedSheet sheet={checked} onTake={() => take(checked.rows)} />
      )}
      {undo !== null && (
        <Outcome tone="good">
          <p>{words.tookRows(figure(undo.count))}</p>
          <Button
            look="link"
            onClick={() => {
              undo.back();
              setUndo(null);
            }}
          >
            {words.undoRows}
          </Button>
        </Outcome>
      )}
    </details>
  );
}

function CheckedSheet({ sheet, onTake }: { sheet: ReadQuantities; onTake: () => void }) {
  const { language, words } = useConsole(orderWordsIn);
  const rows = sheet.rows.length;
  const faults = sheet.faults.length;
  const figure = (count: number) => formatNumber(count, language);
  return (
    <Outcome tone={rows === 0 ? 'bad' : faults > 0 ? 'plain' : 'good'}>
      <p>
        <strong>{rows === 0 ? words.noGoodRows : words.goodRows(figure(rows))}</strong>
      </p>
      {faults > 0 && (
        <>
          <p>{words.badRows(figure(faults))}</p>
          <RowFaults faults={sheet.faults} />
        </>
      )}
      {rows > 0 && (
        <Button look="button" onClick={onTake}>
          {words.takeRows(figure(rows))}
        </Button>
      )}
    </Outcome>
  );
}
