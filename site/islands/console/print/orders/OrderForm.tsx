import { formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/parts.tsx';
import { ArtworkFields } from './ArtworkFields.tsx';
import { orderWordsIn } from './order-words.ts';
import { QuantityUpload } from './QuantityUpload.tsx';
import { type OrderFormProps, useOrderForm } from './use-order-form.ts';

/** A new order: artworks with a rate and a usual quantity, which single stations may differ from. */
export function OrderForm(props: OrderFormProps) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
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
