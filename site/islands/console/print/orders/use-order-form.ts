import { useState } from 'react';
import { parseCount } from '../../../../../campaigns/numbers.ts';
import { parseRupees } from '../../../../../campaigns/print/purchase-orders/money.ts';
import {
  computeTotal,
  isGstin,
  mostQuantity,
  type OrderUnit,
} from '../../../../../campaigns/print/purchase-orders/purchase-order.ts';
import { usualQuantity } from '../../../../../campaigns/print/purchase-orders/quantity-sheet.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { OrderContent } from '../../../../../messaging/print/purchase-orders/purchase-orders-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { orderWordsIn } from './order-words.ts';

type View = Answer<'GET /api/print-approvals'>;
export type PressFile = View['files'][number];

/** Typed for one station; a field that is missing has the artwork's value. */
export interface StationDraft {
  quantity?: string;
  place?: string;
}

/** Typed for an artwork; single stations by the path of their file. */
export interface ArtworkDraft {
  chosen: boolean;
  rate: string;
  quantity: string;
  own: Record<string, StationDraft>;
}
type Drafts = Record<string, ArtworkDraft>;
interface SheetRow {
  path: string;
  quantity: number;
  place: string;
}

export interface OrderFormProps {
  district: string;
  view: View;
  /** Nothing is ordered before it was looked at as a whole. */
  onReview: (content: OrderContent) => void;
}

export const pickUnit = (artwork: string): OrderUnit => (artwork === 'board' ? 'sq-ft' : 'piece');

/** The form of a new order: its drafts by artwork, and their total. */
export function useOrderForm({ district, view: { files, usual }, onReview }: OrderFormProps) {
  const { words } = useConsole(orderWordsIn);
  const [wrong, setWrong] = useState<string | null>(null);
  const [gst, setGst] = useState('18');
  const artworks = [...new Set(files.map(({ artwork }) => artwork))];
  const [drafts, setDrafts] = useState(() => startDrafts(artworks, usual));
  const lines = toLines(files, drafts);
  const gstPercent = gst === '' ? null : (parseCount(gst) ?? null);

  const submit = (form: FormData) => {
    const chosen = Object.values(drafts).filter((draft) => draft.chosen);
    if (chosen.some(({ rate }) => parseRupees(rate) === undefined))
      return setWrong(words.wrongRate);
    if (lines.length === 0) return setWrong(words.nothing);
    const vendorGstin = String(form.get('vendorGstin')).trim().toUpperCase();
    if (vendorGstin !== '' && !isGstin(vendorGstin)) return setWrong(words.wrongGstin);
    setWrong(null);
    const dueOn = String(form.get('dueOn'));
    onReview({
      district,
      vendor: String(form.get('vendor')),
      vendorAddress: String(form.get('vendorAddress')),
      vendorGstin,
      dueOn: dueOn === '' ? null : dueOn,
      gstPercent,
      lines: lines.map(({ station: _station, areaCentiSqFt: _area, ...line }) => line),
    });
  };
  return {
    artworks: artworks.map((artwork) => ({
      artwork,
      draft: drafts[artwork] as ArtworkDraft,
      files: files.filter((file) => file.artwork === artwork),
    })),
    change: (artwork: string, part: Partial<ArtworkDraft>) =>
      setDrafts((last) => ({
        ...last,
        [artwork]: { ...(last[artwork] as ArtworkDraft), ...part },
      })),
    /** @returns puts back what was typed before */
    takeSheet: (rows: readonly SheetRow[]) => {
      setDrafts((last) => fillFromSheet(last, files, rows));
      return () => setDrafts(drafts);
    },
    gst,
    setGst,
    total: computeTotal(lines, gstPercent).total,
    parcels: new Set(lines.map(({ station }) => station)).size,
    wrong,
    submit,
  };
}

function startDrafts(artworks: readonly string[], usual: View['usual']): Drafts {
  return Object.fromEntries(
    artworks.map((artwork) => {
      const quantity = String(usualQuantity(artwork, usual) ?? '');
      return [artwork, { chosen: artwork === 'board', rate: '', quantity, own: {} }];
    }),
  );
}

/** A sheet says all of an order: what it does not name is not ordered. */
function fillFromSheet(
  drafts: Drafts,
  files: readonly PressFile[],
  rows: readonly SheetRow[],
): Drafts {
  const byPath = new Map(rows.map((row) => [row.path, row]));
  return Object.fromEntries(
    Object.entries(drafts).map(([artwork, draft]) => {
      const named = files.flatMap((file) => {
        const row = file.artwork === artwork ? byPath.get(file.path) : undefined;
        if (row === undefined) return [];
        return [[file.path, { quantity: String(row.quantity), place: row.place }] as const];
      });
      if (named.length === 0) return [artwork, { ...draft, chosen: false }];
      return [artwork, { ...draft, chosen: true, quantity: '', own: Object.fromEntries(named) }];
    }),
  );
}

/** Lines of the order as far as it is filled in. */
function toLines(files: readonly PressFile[], drafts: Drafts) {
  return files.flatMap(({ artwork, path, sha256, areaCentiSqFt, station }) => {
    const draft = drafts[artwork];
    if (draft?.chosen !== true) return [];
    const typed = draft.own[path];
    const quantity = parseCount(typed?.quantity ?? draft.quantity) ?? 0;
    const ratePaise = parseRupees(draft.rate);
    if (quantity === 0 || quantity > mostQuantity || ratePaise === undefined) return [];
    const place = typed?.place ?? '';
    const unit = pickUnit(artwork);
    return [{ path, sha256, quantity, unit, ratePaise, areaCentiSqFt, station, place }];
  });
}
