import { useState } from 'react';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { orderWordsIn } from '../../../../i18n/order-words.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice, Outcome, SelectField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';

type View = Answer<'GET /api/print-approvals'>;
type File = View['files'][number];

const firstShown = 12;
const moreShown = 24;

interface ApprovalsPanelProps {
  district: string;
  view: View;
  onChanged: () => void;
}

/** "Print this one": press files with their picture, each approved as it is. */
export function ApprovalsPanel(props: ApprovalsPanelProps) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
  const may = useMay();
  const { required, files } = props.view;
  const approvals = useApprovals(props);
  return (
    <section aria-labelledby="approvals">
      <h2 id="approvals">{words.approvals}</h2>
      <p className="detail">{words.approvalLead}</p>
      <p className={required ? 'notice bad' : 'notice plain'}>
        {required ? words.required : words.notRequired}{' '}
        {may('print.rule') && (
          <button
            type="button"
            className="link"
            disabled={approvals.busy}
            onClick={approvals.switchRule}
          >
            {required ? words.voluntary : words.require}
          </button>
        )}
      </p>
      {files.length === 0 ? (
        <p className="notice plain">{words.noFiles}</p>
      ) : (
        <ApprovalList files={files} {...approvals} />
      )}
    </section>
  );
}

function useApprovals({ district, view: { required }, onChanged }: ApprovalsPanelProps) {
  const { service } = useConsole();
  const [decided, setDecided] = useState<Decided | null>(null);
  const { busy, error, run } = useAction();
  const approve = (files: readonly File[]) =>
    run(async () => {
      const body = { district, files: files.map(({ path, sha256 }) => ({ path, sha256 })) };
      setDecided(null);
      const { replaced } = await service
        .ask('POST /api/print-approvals', { body })
        .finally(onChanged);
      setDecided({ approved: files.length - replaced.length, replaced: replaced.length });
    });
  const switchRule = () =>
    run(async () => {
      await service.ask('POST /api/print-approvals/rule', { body: { required: !required } });
      onChanged();
    });
  return { busy, error, decided, approve, switchRule };
}

interface Decided {
  approved: number;
  replaced: number;
}

interface ApprovalListProps
  extends Pick<ReturnType<typeof useApprovals>, 'busy' | 'error' | 'decided' | 'approve'> {
  files: View['files'];
}

function ApprovalList({ files, busy, error, decided, approve }: ApprovalListProps) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
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
  const figure = (count: number) => formatNumber(count, language);
  return (
    <>
      <div className="approval-filter">
        <SelectField
          label={words.filterArtwork}
          value={artwork}
          options={artworks.map((each) => [each, artworkName(each, language)] as const)}
          onChoose={setArtwork}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={onlyOpen}
            onChange={({ currentTarget }) => setOnlyOpen(currentTarget.checked)}
          />
          {words.filterOpen}
        </label>
      </div>
      <p className="detail" role="status">
        {words.approvedCount(figure(approved.length), figure(ofArtwork.length))}
      </p>
      <ErrorNotice error={error} />
      <ul className="plain approvals">
        {shown.map((file) => (
          <FileCard
            key={file.path}
            file={file}
            busy={busy}
            onApprove={may('print.approve') ? () => approve([file]) : null}
          />
        ))}
      </ul>
      {decided !== null && (
        <Outcome
          key={`${decided.approved} ${approved.length}`}
          tone={decided.replaced === 0 ? 'good' : 'plain'}
        >
          {words.approvedNow(figure(decided.approved))}
          {decided.replaced > 0 && ` ${words.replaced(figure(decided.replaced))}`}
        </Outcome>
      )}
      <p className="row">
        {found.length > limit && (
          <button
            type="button"
            className="button quiet"
            onClick={() => setLimit(limit + moreShown)}
          >
            {words.more}
          </button>
        )}
        {may('print.approve') && open.length > 1 && (
          <button type="button" className="button" disabled={busy} onClick={() => approve(open)}>
            {words.approveAll(figure(open.length))}
          </button>
        )}
      </p>
    </>
  );
}

interface FileCardProps {
  file: File;
  busy: boolean;
  onApprove: (() => void) | null;
}

function FileCard({ file, busy, onApprove }: FileCardProps) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
  const name = pickName(file, language);
  const { approvedBy, approvedAt, preview } = file;
  return (
    <li data-station={file.station}>
      {preview !== null && (
        <a href={`/files/${file.path}`}>
          <img src={preview} alt={words.picture(name)} loading="lazy" />
        </a>
      )}
      <p>
        <strong>{name}</strong>
        <br />
        <span className="detail">
          {approvedBy !== null && approvedAt !== null
            ? words.approved(approvedBy, formatMoment(approvedAt, language))
            : file.earlierApproval
              ? words.fellAway
              : words.openState}
        </span>
      </p>
      {approvedBy === null && onApprove !== null && (
        <button
          type="button"
          className="button quiet"
          disabled={busy}
          aria-label={words.approveOf(name)}
          onClick={onApprove}
        >
          {words.approve}
        </button>
      )}
    </li>
  );
}
