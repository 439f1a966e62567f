import { type ReactNode, useEffect, useRef } from 'react';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import {
  computeAmount,
  computeTotal,
} from '../../../../../campaigns/print/purchase-orders/purchase-order.ts';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { SentOrder } from '../../../../../messaging/print/purchase-orders/purchase-orders-schemas.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { Facts } from '../../ui/parts.tsx';
import { ArtworkPicture } from './FileCard.tsx';
import { orderWordsIn } from './order-words.ts';

import type { PressFile } from './use-order-form.ts';

type View = Answer<'GET /api/print-approvals'>;

interface OrderReviewProps {
  content: SentOrder;
  view: View;
  /** Whether HQ lifted its hold for it. */
  lifted?: boolean;
  /** State of the order: nothing has gone out, asked for by whom, answered how. */
  lead: ReactNode;
  /** Buttons that stay at hand; `total` is said on one, `ready` if none of its files is an obstacle. */
  act?: (sum: { total: string; ready: boolean }) => ReactNode;
  /** HQ's answer. */
  children?: ReactNode;
}

/** An order before it goes out: to whom, what, how much, what speaks against it, and each piece. */
export function OrderReview({
  content,
  view,
  lifted = false,
  lead,
  act,
  children,
}: OrderReviewProps) {
  const { language, words, format } = useConsole(orderWordsIn);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  const lines = toReviewLines(content.lines, view.files);
  const sums = sumByArtwork(lines);
  const { gstPercent = null, dueOn = null } = content;
  const { gst, total } = computeTotal(lines, gstPercent);
  const isBlocked = lines.some(({ changed, approved }) => changed || (view.required && !approved));
  return (
    <section className="order-review" aria-labelledby="review">
      <h2 id="review" ref={heading} tabIndex={-1}>
        {words.review}
      </h2>
      <div className="order-lead detail">{lead}</div>
      {view.hold !== null && !lifted && <HoldNotice host={view.hold.host} how />}
      <FileNotices lines={lines} required={view.required} />
      <Facts
        className="order-sums"
        facts={[
          [words.vendor, content.vendor],
          content.vendorAddress !== '' && [words.vendorAddress, content.vendorAddress],
          content.vendorGstin !== '' && [words.vendorGstin, content.vendorGstin],
          [words.total, <strong key="total">{format.rupees(total)}</strong>],
          ...sums.map(
            ({ artwork, unit, ratePaise, quantity, amount }) =>
              [
                artworkName(artwork, language),
                words.pieces(
                  format.number(quantity),
                  `${format.rupees(ratePaise)} ${words.unit[unit]}`,
                  format.rupees(amount),
                ),
              ] as const,
          ),
          gst !== null && [words.gst(gstPercent ?? 0), format.rupees(gst)],
          [words.parcelsTerm, format.number(new Set(lines.map(({ station }) => station)).size)],
          dueOn !== null && [words.deliveryBy, format.day(dueOn)],
        ]}
      />
      {children}
      {sums.map((sum) => (
        <PieceTable
          key={sum.artwork + sum.unit + sum.ratePaise}
          district={content.district}
          file={view.files.find(({ path }) => path === sum.lines[0]?.path)}
          lines={sum.lines}
        />
      ))}
      {act?.({ total: format.rupees(total), ready: !isBlocked })}
    </section>
  );
}

/** Says which files nobody approved, or that some were remade since. */
function FileNotices({ lines, required }: { lines: readonly ReviewLine[]; required: boolean }) {
  const { words, format } = useConsole(orderWordsIn);
  const may = useMay();
  const changed = lines.filter((line) => line.changed);
  if (changed.length > 0)
    return <p className="notice bad">{words.changedText(format.number(changed.length))}</p>;
  const open = lines.filter(({ approved }) => !approved);
  if (open.length === 0)
    return <p className="detail">{words.allApproved(format.number(lines.length))}</p>;
  return (
    <p className={required ? 'notice bad' : 'notice plain'}>
      <strong>{words.unapproved(format.number(open.length), format.number(lines.length))}</strong>
      <br />
      {required ? words.unapprovedRule : may('print.approve') && words.unapprovedText}
    </p>
  );
}

interface PieceTableProps {
  district: string;
  /** The first of its files, which shows the artwork. */
  file: View['files'][number] | undefined;
  lines: readonly ReviewLine[];
}

function PieceTable({ district, file, lines }: PieceTableProps) {
  const { language, words, format } = useConsole(orderWordsIn);
  const [first] = lines;
  return (
    <FigureTable
      className="order-pieces"
      caption={
        <>
          {file !== undefined && <ArtworkPicture district={district} file={file} alt="" />}
          {artworkName(first?.artwork ?? '', language)},{' '}
          {words.eachStation(format.number(lines.length))}
        </>
      }
      rows={lines}
      keyOf={({ path }) => path}
      columns={[
        [
          words.station,
          (line) => (
            <>
              {pickName(line, language)}
              {line.place !== '' && <span className="detail">, {line.place}</span>}
              {line.changed ? (
                <span className="wrong"> {words.changedFile}</span>
              ) : (
                !line.approved && <span className="detail"> · {words.notApproved}</span>
              )}
            </>
          ),
        ],
        [words.number, ({ quantity }) => format.number(quantity)],
        [words.amount, ({ amount }) => format.rupees(amount)],
      ]}
    />
  );
}

/** HQ's hold on printing, as the pages for printing and the vendor's page tell it. */
export function HoldNotice({ host, how = false }: { host: string; how?: boolean }) {
  const { words } = useConsole(orderWordsIn);
  return (
    <p className="notice bad" role="note">
      <strong>{words.holdTitle}</strong> {words.holdText(host.toLowerCase())} {how && words.holdHow}
    </p>
  );
}

type SentLine = SentOrder['lines'][number];

/** A line of an order that is looked at before it is placed, with what is known of its file. */
interface ReviewLine extends SentLine {
  place: string;
  station: string;
  nameHi: string;
  nameEn: string;
  artwork: string;
  areaCentiSqFt: number;
  amount: number;
  approved: boolean;
  /** The file was remade since, or is gone. */
  changed: boolean;
}

function toReviewLines(lines: readonly SentLine[], files: readonly PressFile[]): ReviewLine[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return lines.map((line) => {
    const file = byPath.get(line.path);
    const name = line.path.slice(line.path.lastIndexOf('/') + 1);
    const areaCentiSqFt = line.unit === 'sq-ft' ? (file?.areaCentiSqFt ?? 0) : 0;
    return {
      ...line,
      place: line.place ?? '',
      station: file?.station ?? name,
      nameHi: file?.nameHi ?? name,
      nameEn: file?.nameEn ?? name,
      artwork: file?.artwork ?? '',
      areaCentiSqFt,
      amount: computeAmount({ ...line, areaCentiSqFt }),
      approved: file !== undefined && file.approvedBy !== null,
      changed: file?.sha256 !== line.sha256,
    };
  });
}

/** All lines of an artwork at one rate, added up. */
interface ArtworkSum {
  artwork: string;
  unit: ReviewLine['unit'];
  ratePaise: number;
  quantity: number;
  amount: number;
  lines: ReviewLine[];
}

function sumByArtwork(lines: readonly ReviewLine[]): ArtworkSum[] {
  const groups = Map.groupBy(lines, ({ artwork, unit, ratePaise }) =>
    [artwork, unit, ratePaise].join(' '),
  );
  return [...groups.values()].map((inside) => {
    const [{ artwork, unit, ratePaise }] = inside as [ReviewLine];
    const total = (part: (line: ReviewLine) => number) =>
      inside.reduce((sum, line) => sum + part(line), 0);
    return {
      artwork,
      unit,
      ratePaise,
      lines: inside,
      quantity: total((line) => line.quantity),
      amount: total((line) => line.amount),
    };
  });
}
