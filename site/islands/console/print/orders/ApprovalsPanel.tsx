import { useState } from 'react';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { Button, ErrorNotice, SelectField } from '../../ui/parts.tsx';
import { type ApprovalsProps, Approved, FileCard, useApprovals } from './FileCard.tsx';
import { orderWordsIn } from './order-words.ts';

const firstShown = 12;
const moreShown = 24;

/** "Print this one": press files with their picture, each approved as it is. */
export function ApprovalsPanel(props: ApprovalsProps) {
  const { words } = useConsole(orderWordsIn);
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
          <Button look="link" disabled={approvals.busy} onClick={approvals.switchRule}>
            {required ? words.voluntary : words.require}
          </Button>
        )}
      </p>
      {files.length === 0 ? (
        <p className="notice plain">{words.noFiles}</p>
      ) : (
        <ApprovalList district={props.district} files={files} {...approvals} />
      )}
    </section>
  );
}

interface ApprovalListProps
  extends Pick<ReturnType<typeof useApprovals>, 'busy' | 'error' | 'decided' | 'approve'> {
  district: string;
  files: ApprovalsProps['view']['files'];
}

function ApprovalList({ district, files, busy, error, decided, approve }: ApprovalListProps) {
  const { language, words } = useConsole(orderWordsIn);
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
            district={district}
            file={file}
            named="station"
            busy={busy}
            onApprove={may('print.approve') ? () => approve([file]) : null}
          />
        ))}
      </ul>
      <Approved decided={decided} />
      <p className="row">
        {found.length > limit && (
          <Button onClick={() => setLimit(limit + moreShown)}>{words.more}</Button>
        )}
        {may('print.approve') && open.length > 1 && (
          <Button look="button" disabled={busy} onClick={() => approve(open)}>
            {words.approveAll(figure(open.length))}
          </Button>
        )}
      </p>
    </>
  );
}
