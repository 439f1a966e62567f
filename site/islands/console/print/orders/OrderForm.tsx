import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import { formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/parts.tsx';
import { ArtworkPicture } from './FileCard.tsx';
import { orderWordsIn } from './order-words.ts';

import { QuantityUpload } from './QuantityUpload.tsx';
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
  const { language, words } = useConsole(orderWordsIn);
  const { artworks, change, takeSheet, gst, setGst, wrong, submit, ...sum } = useOrderForm(props);
  if (artworks.length === 0) return null;
  const total = formatRupees(sum.total, language);
  return (
    <details className="new-order">
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
        <p role="status">{words.sum(formatNumber(sum.parcels, language), total)}</p>
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
  const { language, words } = useConsole(orderWordsIn);
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
              {words.station} ({formatNumber(files.length, language)})
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
