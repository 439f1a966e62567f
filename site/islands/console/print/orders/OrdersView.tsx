import { useEffect, useRef, useState } from 'react';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { OrderContent } from '../../../../../messaging/print/purchase-orders/purchase-orders-schemas.ts';
import { AskButton, AskForm } from '../../ui/AskForm.tsx';
import { useConsole, useMay, useMe } from '../../ui/console-context.ts';
import { DistrictField } from '../../ui/DayField.tsx';
import { useInAddress, useLinkedDistrict } from '../../ui/in-address.ts';
import { Check } from '../../ui/lines.tsx';
import { Await, Button, Section, SelectField } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { type ApprovalsProps, FileCards, useApprovals } from './FileCard.tsx';
import { OrderForm } from './OrderForm.tsx';
import { OrderList, useOrders } from './OrderList.tsx';
import { BackToAll, OrderPage } from './OrderPage.tsx';
import { OrderReview } from './OrderReview.tsx';
import { orderWordsIn } from './order-words.ts';

import { PrintPath } from './PrintPath.tsx';
import { OrderRequests, RequestReview } from './RequestReview.tsx';
import { useVendorLinks, VendorLinks } from './VendorLinks.tsx';

/** Printing: what the district approves, orders, sends and receives; HQ sees all of it and may hold. */
export function OrdersView() {
  const { words } = useConsole(orderWordsIn);
  const me = useMe();
  const [district, setDistrict] = useState(useLinkedDistrict());
  const pages = usePages();
  const { requests, request } = useRequests(district, pages.request);
  if (pages.order !== null)
    return <OrderPage id={pages.order} fresh={pages.fresh === pages.order} onClose={pages.close} />;
  if (request !== undefined)
    return (
      <>
        <BackToAll onClose={pages.close} />
        <RequestReview
          key={request.id}
          request={request}
          fresh={pages.fresh === request.id}
          onPlaced={pages.showPlaced}
          onChanged={requests.reload}
          onClose={pages.close}
        />
      </>
    );
  const list = (
    <Await state={requests.state} retry={requests.reload}>
      {(open) => <OrderRequests requests={open} onOpen={pages.openRequest} />}
    </Await>
  );
  return (
    <>
      {me.role !== 'district' && (
        <div className="narrow">
          <DistrictField label={words.district} maybe value={district} onChoose={setDistrict} />
        </div>
      )}
      {/* Of a whole state only the orders are read. */}
      {district === '' ? (
        <>
          {list}
          <AllOrders onOpen={pages.openOrder} />
        </>
      ) : (
        <District
          key={district}
          district={district}
          pages={pages}
          requests={list}
          onAsked={async (id) => {
            await requests.reload();
            pages.showAsked(id);
          }}
        />
      )}
    </>
  );
}

function AllOrders({ onOpen }: { onOpen: (order: number) => void }) {
  return <OrderList district={null} orders={useOrders(null)} onOpen={onOpen} />;
}

type Pages = ReturnType<typeof usePages>;

/** An order, a request or the review of what was filled in is a page with its own address, and "back" leaves it. */
function usePages() {
  const order = useInAddress('id');
  const request = useInAddress('request');
  const review = useInAddress('review');
  /** Number of the order or request that was sent just now. */
  const [fresh, setFresh] = useState<number | null>(null);
  const replace = (kept: { order?: number; request?: number }) => {
    review.keep(null);
    request.keep(kept.request === undefined ? null : String(kept.request));
    order.keep(kept.order === undefined ? null : String(kept.order));
    setFresh(kept.order ?? kept.request ?? null);
    window.scrollTo(0, 0);
  };
  return {
    order: Number(order.value) || null,
    request: Number(request.value) || null,
    isReview: review.value !== null,
    fresh,
    openOrder: (id: number) => order.open(String(id)),
    openRequest: (id: number) => request.open(String(id)),
    openReview: () => review.open('new'),
    showPlaced: (id: number) => replace({ order: id }),
    showAsked: (id: number) => replace({ request: id }),
    close: () => replace({}),
  };
}

function useRequests(district: string, id: number | null) {
  const query = district === '' ? {} : { district };
  const requests = useLoad('GET /api/order-requests', { query });
  const open = requests.state.kind === 'loaded' ? requests.state.value : [];
  return { requests, request: open.find((each) => each.id === id) };
}

interface DistrictProps {
  district: string;
  pages: Pages;
  requests: React.ReactNode;
  onAsked: (request: number) => Promise<void>;
}

function District({ district, pages, requests, onAsked }: DistrictProps) {
  const may = useMay();
  const { state, reload } = useLoad('GET /api/print-approvals', { query: { district } });
  const orders = useOrders(district);
  const links = useVendorLinks(district);
  const [draft, setDraft] = useState<OrderContent | null>(null);
  const isReview = pages.isReview && draft !== null;
  const formPlace = useFormPlace(isReview);
  return (
    <Await state={state} retry={reload}>
      {(view) => (
        <>
          {isReview && (
            <DraftReview
              content={draft}
              view={view}
              onPlaced={pages.showPlaced}
              onAsked={onAsked}
              onChange={() => history.back()}
            />
          )}
          {!isReview && orders.state.kind === 'loaded' && links.state.kind === 'loaded' && (
            <PrintPath
              district={district}
              view={view}
              orders={orders.state.value}
              links={links.state.value}
              onMade={reload}
            />
          )}
          {/* Stays, with what was filled in. */}
          <div className="orders-columns" hidden={isReview}>
            <div>
              {requests}
              <OrderList district={district} orders={orders} onOpen={pages.openOrder} />
              <VendorLinks
                district={district}
                order={null}
                links={links}
                hasOrders={
                  orders.state.kind === 'loaded' &&
                  orders.state.value.some(({ cancelled }) => cancelled === null)
                }
              />
            </div>
            <div ref={formPlace}>
              {may('order.place') && (
                <OrderForm
                  district={district}
                  view={view}
                  onReview={(content) => {
                    setDraft(content);
                    pages.openReview();
                  }}
                />
              )}
              <ApprovalsPanel district={district} view={view} onChanged={reload} />
            </div>
          </div>
        </>
      )}
    </Await>
  );
}

/** Leads back to the form after its review was left. */
function useFormPlace(isReview: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const wasReview = useRef(false);
  useEffect(() => {
    if (wasReview.current && !isReview) place.current?.scrollIntoView();
    wasReview.current = isReview;
  }, [isReview]);
  return place;
}

interface DraftReviewProps {
  content: OrderContent;
  view: Answer<'GET /api/print-approvals'>;
  onPlaced: (order: number) => void;
  onAsked: (request: number) => void;
  onChange: () => void;
}

/** The filled-in order as a whole: it is placed from here only, or HQ is asked while it holds printing. */
function DraftReview({ content, view, onPlaced, onAsked, onChange }: DraftReviewProps) {
  const { service, words } = useConsole(orderWordsIn);
  const place = async () => {
    const answer = await service.ask('POST /api/purchase-orders', { body: content });
    if ('order' in answer) onPlaced(answer.order.id);
    return answer;
  };
  const ask = async () =>
    onAsked((await service.ask('POST /api/order-requests', { body: content })).id);
  return (
    <>
      <p>
        <Button look="link" onClick={onChange}>
          {words.change}
        </Button>
      </p>
      <OrderReview
        content={content}
        view={view}
        lead={words.reviewLead}
        act={({ total, ready }) =>
          ready && (
            <div className="actions">
              {view.hold === null ? (
                <AskForm button={words.submit(total)} send={place} />
              ) : (
                <AskButton button={words.ask} look="button" send={ask} />
              )}
            </div>
          )
        }
      />
    </>
  );
}

const firstShown = 12;
const moreShown = 24;

/** "Print this one": press files with their picture, each approved as it is. */
function ApprovalsPanel(props: ApprovalsProps) {
  const { words } = useConsole(orderWordsIn);
  const may = useMay();
  const { required, files } = props.view;
  const approvals = useApprovals(props);
  return (
    <Section id="approvals" title={words.approvals}>
      <p className="detail">{words.approvalLead}</p>
      <p className={required ? 'notice bad' : 'notice plain'}>
        {required ? words.required : words.notRequired}{' '}
        {may('print.rule') && (
          <Button look="link" disabled={approvals.busy} onClick={approvals.switchRule}>
            {required ? words.voluntary : words.require}
          </Button>
        )}
      </p>
      {files.length === 0 ? (
        <p className="notice plain">{words.noFiles}</p>
      ) : (
        <ApprovalList district={props.district} files={files} approvals={approvals} />
      )}
    </Section>
  );
}

interface ApprovalListProps {
  district: string;
  files: ApprovalsProps['view']['files'];
  approvals: ReturnType<typeof useApprovals>;
}

function ApprovalList({ district, files, approvals }: ApprovalListProps) {
  const { language, words, format } = useConsole(orderWordsIn);
  const may = useMay();
  const [artwork, setArtwork] = useState('board');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [limit, setLimit] = useState(firstShown);
  const artworks = [...new Set(files.map((file) => file.artwork))];
  const ofArtwork = files.filter((file) => file.artwork === artwork);
  const found = ofArtwork.filter((file) => !onlyOpen || file.approvedBy === null);
  const shown = found.slice(0, limit);
  const open = shown.filter((file) => file.approvedBy === null);
  const approved = ofArtwork.filter((file) => file.approvedBy !== null);
  return (
    <>
      <div className="approval-filter">
        <SelectField
          label={words.artwork}
          value={artwork}
          options={artworks.map((each) => [each, artworkName(each, language)] as const)}
          onChoose={setArtwork}
        />
        <Check checked={onlyOpen} onCheck={setOnlyOpen}>
          {words.filterOpen}
        </Check>
      </div>
      <p className="detail" role="status">
        {words.approvedCount(format.number(approved.length), format.number(ofArtwork.length))}
      </p>
      <FileCards district={district} files={shown} named="station" {...approvals} />
      <p className="row">
        {found.length > limit && (
          <Button onClick={() => setLimit(limit + moreShown)}>{words.more}</Button>
        )}
        {may('print.approve') && open.length > 1 && (
          <Button look="button" disabled={approvals.busy} onClick={() => approvals.approve(open)}>
            {words.approveAll(format.number(open.length))}
          </Button>
        )}
      </p>
    </>
  );
}
