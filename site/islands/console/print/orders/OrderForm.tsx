import { useState } from 'react';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { mostQuantity } from '../../../../../campaigns/print/purchase-orders/purchase-order.ts';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import { sheetFormats } from '../../../../../messaging/contract/values.ts';
import type { ReadQuantities } from '../../../../../messaging/print/purchase-orders/purchase-orders-schemas.ts';
import { Form } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { CheckedRows } from '../../ui/CheckedRows.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { FileField } from '../../ui/DayField.tsx';
import { Fold } from '../../ui/lines.tsx';
import { Button, ErrorNotice, Outcome, TextField, UploadBar } from '../../ui/parts.tsx';
import { useUpload } from '../../ui/use-service.ts';
import { ArtworkPicture } from './FileCard.tsx';
import { orderWordsIn } from './order-words.ts';
import {
  type ArtworkDraft,
  type OrderFormProps,
  type PressFile,
  pickUnit,
  type StationDraft,
  useOrderForm,
} from './use-order-form.ts';

/** A new order: artworks with a rate and a usual quantity, which single stations may differ from. */
export function OrderForm(props: OrderFormProps) {
  const { words, format } = useConsole(orderWordsIn);
  const { artworks, change, takeSheet, gst, setGst, wrong, submit, ...sum } = useOrderForm(props);
  if (artworks.length === 0) return null;
  const total = format.rupees(sum.total);
  return (
    <details className="new-order" id="new-order">
      <summary>
        <h2>{words.newOrder}</h2>
      </summary>
      <Form onSubmit={submit}>
        <p className="detail">{words.newLead}</p>
        <div className="ends">
          <TextField
            label={words.vendor}
            name="vendor"
            required
            maxLength={120}
            autoComplete="off"
          />
          <TextField
            label={words.vendorAddress}
            name="vendorAddress"
            maxLength={200}
            autoComplete="off"
          />
          <TextField
            label={words.vendorGstin}
            hint={words.gstinHint}
            name="vendorGstin"
            maxLength={15}
            autoCapitalize="characters"
            autoComplete="off"
          />
          <TextField label={words.dueOn} name="dueOn" type="date" />
          <TextField
            label={words.gstField}
            inputMode="numeric"
            value={gst}
            onChange={({ currentTarget }) => setGst(currentTarget.value)}
            pattern="\d{0,2}"
          />
        </div>
        <QuantityUpload district={props.district} onTake={takeSheet} />
        {artworks.map((each) => (
          <ArtworkFields
            key={each.artwork}
            district={props.district}
            {...each}
            onChange={(part) => change(each.artwork, part)}
          />
        ))}
        {wrong !== null && (
          <p role="alert" className="wrong">
            {wrong}
          </p>
        )}
        <p role="status">{words.sum(format.number(sum.parcels), total)}</p>
        <button type="submit" className="button">
          {words.toReview(total)}
        </button>
      </Form>
    </details>
  );
}

interface ArtworkFieldsProps {
  district: string;
  artwork: string;
  draft: ArtworkDraft;
  files: readonly PressFile[];
  onChange: (part: Partial<ArtworkDraft>) => void;
}

/** An artwork of the order: its rate, its quantity, and where single stations differ. */
function ArtworkFields({ district, artwork, draft, files, onChange }: ArtworkFieldsProps) {
  const { language, words, format } = useConsole(orderWordsIn);
  return (
    <fieldset className="order-artwork">
      <legend>
        <label className="check">
          <input
            type="checkbox"
            checked={draft.chosen}
            onChange={({ currentTarget }) => onChange({ chosen: currentTarget.checked })}
          />
          {artworkName(artwork, language)}
        </label>
      </legend>
      {files[0] !== undefined && <ArtworkPicture district={district} file={files[0]} alt="" />}
      {draft.chosen && (
        <>
          <div className="ends">
            <TextField
              label={words.rate(words.unit[pickUnit(artwork)])}
              inputMode="decimal"
              value={draft.rate}
              onChange={({ currentTarget }) => onChange({ rate: currentTarget.value })}
              autoComplete="off"
            />
            <TextField
              label={words.quantity}
              inputMode="numeric"
              value={draft.quantity}
              onChange={({ currentTarget }) => onChange({ quantity: currentTarget.value })}
              autoComplete="off"
            />
          </div>
          <details>
            <summary>
              {words.station} ({format.number(files.length)})
            </summary>
            <ul className="plain order-stations">
              {files.map((file) => (
                <StationRow
                  key={file.path}
                  name={pickName(file, language)}
                  quantity={draft.quantity}
                  {...draft.own[file.path]}
                  onChange={(part) =>
                    onChange({
                      own: { ...draft.own, [file.path]: { ...draft.own[file.path], ...part } },
                    })
                  }
                />
              ))}
            </ul>
          </details>
        </>
      )}
    </fieldset>
  );
}

interface StationRowProps {
  name: string;
  quantity: string;
  place?: string;
  onChange: (part: StationDraft) => void;
}

function StationRow({ name, quantity, place = '', onChange }: StationRowProps) {
  const { words } = useConsole(orderWordsIn);
  return (
    <li>
      <span>{name}</span>
      <input
        aria-label={words.quantityOf(name)}
        inputMode="numeric"
        value={quantity}
        onChange={({ currentTarget }) => onChange({ quantity: currentTarget.value })}
      />
      <input
        aria-label={words.placeOf(name)}
        placeholder={words.place}
        maxLength={120}
        value={place}
        onChange={({ currentTarget }) => onChange({ place: currentTarget.value })}
      />
    </li>
  );
}

type Quantities = ReadQuantities['rows'];

interface QuantityUploadProps {
  district: string;
  /** @returns puts back what stood there before */
  onTake: (rows: Quantities) => () => void;
}

/** Quantities and places of all stations from a sheet: first checked, then laid into the form, and out of it again. */
function QuantityUpload({ district, onTake }: QuantityUploadProps) {
  const { service, words, format } = useConsole(orderWordsIn);
  const [checked, setChecked] = useState<ReadQuantities | null>(null);
  const [undo, setUndo] = useState<{ count: number; back: () => void } | null>(null);
  const [round, setRound] = useState(0);
  const { share, busy, error, upload } = useUpload();

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
    <Fold className="quantity-upload" title={words.fromSheet}>
      <p className="detail">{words.sheetLead(format.number(mostQuantity))}</p>
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
        <CheckedRows
          good={checked.rows.length}
          title={
            checked.rows.length === 0
              ? words.noGoodRows
              : words.goodRows(format.number(checked.rows.length))
          }
          faults={checked.faults}
          left={words.badRows(format.number(checked.faults.length))}
          button={words.takeRows(format.number(checked.rows.length))}
          onTake={() => take(checked.rows)}
        />
      )}
      {undo !== null && (
        <Outcome tone="good">
          <p>{words.tookRows(format.number(undo.count))}</p>
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
    </Fold>
  );
}
