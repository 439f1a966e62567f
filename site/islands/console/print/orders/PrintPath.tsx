import { useEffect, useRef } from 'react';
import {
  findPrintStep,
  type PrintStep,
  printSteps,
} from '../../../../../campaigns/print/purchase-orders/print-step.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { usePoll } from '../../ui/use-service.ts';
import { orderWordsIn } from './order-words.ts';

export interface PrintPathProps {
  district: string;
  view: Answer<'GET /api/print-approvals'>;
  orders: Answer<'GET /api/purchase-orders'>;
  links: Answer<'GET /api/vendor-links'>;
  /** Called when files were made. */
  onMade: () => void;
}

/** A district's printing on one line, and the one step at which it stops. */
export function PrintPath({ orders, links, ...files }: PrintPathProps) {
  const { view } = files;
  const { words, format } = useConsole(orderWordsIn);
  const going = orders.filter(({ held, cancelled }) => held === null && cancelled === null);
  const sum = (count: (order: (typeof going)[number]) => number) =>
    going.reduce((total, order) => total + count(order), 0);
  const received = sum(({ parcels }) => parcels.received);
  const parcels = {
    received,
    all: received + sum(({ parcels: { waiting, dispatched } }) => waiting + dispatched),
  };
  const counted = {
    all: view.files.length,
    approved: view.files.filter(({ approvedBy }) => approvedBy !== null).length,
  };
  const open = links.filter(
    ({ revokedBy, expiresAt }) => revokedBy === null && Date.parse(expiresAt) > Date.now(),
  );
  const at = findPrintStep({
    required: view.required,
    isHeld: view.hold !== null,
    files: counted,
    orders: going.length,
    links: open.length,
    parcels,
  });
  const share = (of: number, all: number) =>
    all > 0 && `${format.number(of)}/${format.number(all)}`;
  /** Not done, and nothing stops at it. */
  const isOpen = !view.required && counted.approved < counted.all;
  const counts: Partial<Record<PrintStep, React.ReactNode>> = {
    approvals: (
      <>
        {share(counted.approved, counted.all)} {isOpen && words.optional}
      </>
    ),
    order: going.length > 0 && format.number(going.length),
    link: open.length > 0 && format.number(open.length),
    parcels: share(parcels.received, parcels.all),
  };
  const reached = at === null ? printSteps.length : printSteps.indexOf(at);
  return (
    <section className="print-path" aria-label={words.path}>
      <ol className="plain">
        {printSteps.map((step, index) => (
          <li
            key={step}
            className={index < reached && !(step === 'approvals' && isOpen) ? 'done' : undefined}
            aria-current={step === at ? 'step' : undefined}
          >
            <strong>{words.pathSteps[step]}</strong> <span className="detail">{counts[step]}</span>
          </li>
        ))}
      </ol>
      <p role="status">{at === null ? words.pathDone : <Blocked step={at} {...files} />}</p>
    </section>
  );
}

/** Where the page shows what is to be done; the stations have a page of their own. */
const placeOf: Record<PrintStep, string> = {
  files: '/console/stations/',
  approvals: '#approvals',
  hold: '#new-order',
  order: '#new-order',
  link: '#links',
  parcels: '#orders',
};

type BlockedProps = Pick<PrintPathProps, 'district' | 'view' | 'onMade'> & { step: PrintStep };

/** Next act, with the way to its place. */
function Blocked({ step, district, view, onMade }: BlockedProps) {
  const { words } = useConsole(orderWordsIn);
  const may = useMay();
  if (step === 'files') return <FilesComing district={district} onMade={onMade} />;
  const isHeadquarters = step === 'hold' && may('studio.approve');
  return (
    <>
      {step === 'hold' && `${words.holdText(view.hold?.host.toLowerCase() ?? '')} `}
      <a
        href={isHeadquarters ? '/console/studio/' : placeOf[step]}
        onClick={() => unfold(placeOf[step])}
      >
        {isHeadquarters ? words.confirmHost : words.pathNext[step]}
      </a>
    </>
  );
}

/** A form that is folded is opened where a link leads to it. */
function unfold(place: string): void {
  const form = place.startsWith('#') ? document.querySelector(place) : null;
  if (form instanceof HTMLDetailsElement) form.open = true;
}

/** Counts the files while they are being made. */
function FilesComing({ district, onMade }: Pick<PrintPathProps, 'district' | 'onMade'>) {
  const { words, format } = useConsole(orderWordsIn);
  const { state } = usePoll((kit) => kit.state === 'making', 'GET /api/print-kit', {
    query: { district },
  });
  const isMaking = state.kind === 'loaded' && state.value.state === 'making';
  const wasMaking = useRef(false);
  useEffect(() => {
    if (wasMaking.current && !isMaking) onMade();
    wasMaking.current = isMaking;
  }, [isMaking, onMade]);
  if (state.kind !== 'loaded' || state.value.state !== 'making')
    return (
      <>
        {words.noFiles} <a href={placeOf.files}>{words.pathNext.files}</a>
      </>
    );
  const { made, total } = state.value;
  return (
    <>
      {words.making(format.number(made), format.number(total))}{' '}
      <progress max={Math.max(total, 1)} value={made} aria-label={words.pathSteps.files} />
    </>
  );
}
