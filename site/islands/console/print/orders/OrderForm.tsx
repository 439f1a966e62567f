import { type FormEvent, useState } from 'react';
import { parseCount } from '../../../../../campaigns/numbers.ts';
import { parseRupees } from '../../../../../campaigns/purchase-orders/money.ts';
import {
  computeTotal,
  mostQuantity,
  type OrderUnit,
} from '../../../../../campaigns/purchase-orders/purchase-order.ts';
import { usualQuantity } from '../../../../../campaigns/purchase-orders/quantity-sheet.ts';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { orderWordsIn } from '../../../../i18n/order-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { QuantityUpload } from './QuantityUpload.tsx';

type View = Answer<'GET /api/print-approvals'>;
type File = View['files'][number];

/** What was typed for an artwork; quantities and places of single stations stand by the path of their file. */
interface Draft {
  chosen: boolean;
  rate: string;
  quantity: string;
  own: Record<string, { quantity?: string; place?: string }>;
}

const unitOf = (artwork: string): OrderUnit => (artwork === 'board' ? 'sq-ft' : 'piece');

/** A new order: artworks with a rate and a usual quantity, which single stations may differ from. */
export function OrderForm({
  district,
  view: { files, usual },
  onPlaced,
}: {
  district: string;
  view: View;
  onPlaced: (order: number) => void;
}) {
  const { language, service } = useConsole();
  const words = orderWordsIn(language);
  const { busy, error, run } = useAction();
  const [wrong, setWrong] = useState<string | null>(null);
  const [gst, setGst] = useState('18');
  const artworks = [...new Set(files.map(({ artwork }) => artwork))];
  const [drafts, setDrafts] = useState<Record<string, Draft>>(() =>
    Object.fromEntries(
      artworks.map((artwork) => {
        const quantity = String(usualQuantity(artwork, usual) ?? '');
        return [artwork, { chosen: artwork === 'board', rate: '', quantity, own: {} }];
      }),
    ),
  );
  const change = (artwork: string, next: Partial<Draft>) =>
    setDrafts((last) => ({ ...last, [artwork]: { ...(last[artwork] as Draft), ...next } }));

  /** A sheet says all of an order: what it does not name is not ordered. */
  const take = (rows: readonly { path: string; quantity: number; place: string }[]) => {
    const before = drafts;
    const byPath = new Map(rows.map((row) => [row.path, row]));
    setDrafts((last) =>
      Object.fromEntries(
        Object.entries(last).map(([artwork, draft]) => {
          const named = files.flatMap((file) => {
            const row = file.artwork === artwork ? byPath.get(file.path) : undefined;
            if (row === undefined) return [];
            return [[file.path, { quantity: String(row.quantity), place: row.place }] as const];
          });
          if (named.length === 0) return [artwork, { ...draft, chosen: false }];
          const own = Object.fromEntries(named);
          return [artwork, { ...draft, chosen: true, quantity: '', own }];
        }),
      ),
    );
    return () => setDrafts(before);
  };

  const lines = files.flatMap((file) => {
    const draft = drafts[file.artwork];
    if (draft?.chosen !== true) return [];
    const typed = draft.own[file.path];
    const quantity = parseCount(typed?.quantity ?? draft.quantity) ?? 0;
    const ratePaise = parseRupees(draft.rate);
    if (quantity === 0 || quantity > mostQuantity || ratePaise === undefined) return [];
    const unit = unitOf(file.artwork);
    const { path, sha256, areaCentiSqFt, station } = file;
    return [
      {
        path,
        sha256,
        quantity,
        unit,
        ratePaise,
        areaCentiSqFt,
        station,
        place: typed?.place ?? '',
      },
    ];
  });
  const gstPercent = gst === '' ? null : (parseCount(gst) ?? null);
  const { total } = computeTotal(lines, gstPercent);
  const parcels = new Set(lines.map(({ station }) => station)).size;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const chosen = Object.values(drafts).filter((draft) => draft.chosen);
    if (chosen.some(({ rate }) => parseRupees(rate) === undefined))
      return setWrong(words.wrongRate);
    if (lines.length === 0) return setWrong(words.nothing);
    setWrong(null);
    const dueOn = String(given.get('dueOn'));
    run(async () => {
      const { order } = await service.ask('POST /api/purchase-orders', {
        body: {
          district,
          vendor: String(given.get('vendor')),
          dueOn: dueOn === '' ? null : dueOn,
          gstPercent,
          lines: lines.map(({ station: _station, areaCentiSqFt: _area, ...line }) => line),
        },
      });
      onPlaced(order.id);
    });
  };
  if (files.length === 0) return null;
  return (
    <details className="new-order">
      <summary>
        <h2>{words.newOrder}</h2>
      </summary>
      <form onSubmit={submit}>
        <p className="detail">{words.newLead}</p>
        <div className="ends">
          <TextField
            label={words.vendor}
            name="vendor"
            required
            maxLength={120}
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
        <QuantityUpload district={district} onTake={take} />
        {artworks.map((artwork) => (
          <ArtworkFields
            key={artwork}
            artwork={artwork}
            draft={drafts[artwork] as Draft}
            files={files.filter((file) => file.artwork === artwork)}
            onChange={(next) => change(artwork, next)}
          />
        ))}
        {wrong !== null && (
          <p role="alert" className="wrong">
            {wrong}
          </p>
        )}
        <ErrorNotice error={error} />
        <p role="status">
          {words.sum(formatNumber(parcels, language), formatRupees(total, language))}
        </p>
        <button type="submit" className="button" disabled={busy}>
          {words.submit(formatRupees(total, language))}
        </button>
      </form>
    </details>
  );
}

function ArtworkFields({
  artwork,
  draft,
  files,
  onChange,
}: {
  artwork: string;
  draft: Draft;
  files: readonly File[];
  onChange: (next: Partial<Draft>) => void;
}) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
  const name = artworkName(artwork, language);
  const own = (path: string, next: { quantity?: string; place?: string }) =>
    onChange({ own: { ...draft.own, [path]: { ...draft.own[path], ...next } } });
  return (
    <fieldset className="order-artwork">
      <legend>
        <label className="check">
          <input
            type="checkbox"
            checked={draft.chosen}
            onChange={({ currentTarget }) => onChange({ chosen: currentTarget.checked })}
          />
          {name}
        </label>
      </legend>
      {draft.chosen && (
        <>
          <div className="ends">
            <TextField
              label={words.rate(words.unit[unitOf(artwork)])}
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
              {files.map((file) => {
                const station = language === 'hi' ? file.nameHi : file.nameEn;
                const typed = draft.own[file.path];
                return (
                  <li key={file.path}>
                    <span>{station}</span>
                    <input
                      aria-label={words.quantityOf(station)}
                      inputMode="numeric"
                      value={typed?.quantity ?? draft.quantity}
                      onChange={({ currentTarget }) =>
                        own(file.path, { quantity: currentTarget.value })
                      }
                    />
                    <input
                      aria-label={words.placeOf(station)}
                      placeholder={words.place}
                      maxLength={120}
                      value={typed?.place ?? ''}
                      onChange={({ currentTarget }) =>
                        own(file.path, { place: currentTarget.value })
                      }
                    />
                  </li>
                );
              })}
            </ul>
          </details>
        </>
      )}
    </fieldset>
  );
}
