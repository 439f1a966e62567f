import { useState } from 'react';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { orderWordsIn } from '../../../../i18n/order-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice, Field } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';

type View = Answer<'GET /api/print-approvals'>;
type File = View['files'][number];

const firstShown = 12;

/** "Print this one": press files with their picture, each approved as it is. */
export function ApprovalsPanel({
  district,
  view: { required, files },
  onChanged,
}: {
  district: string;
  view: View;
  onChanged: () => void;
}) {
  const { language, service } = useConsole();
  const words = orderWordsIn(language);
  const me = useMe();
  const [artwork, setArtwork] = useState('board');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [limit, setLimit] = useState(firstShown);
  const { busy, error, run } = useAction();
  const artworks = [...new Set(files.map((file) => file.artwork))];
  const own = files.filter((file) => file.artwork === artwork);
  const wanted = own.filter((file) => !onlyOpen || file.approvedBy === null);
  const shown = wanted.slice(0, limit);
  const open = shown.filter((file) => file.approvedBy === null);
  const figure = (count: number) => formatNumber(count, language);
  const approve = (chosen: readonly File[]) =>
    run(async () => {
      const body = { district, files: chosen.map(({ path, sha256 }) => ({ path, sha256 })) };
      try {
        await service.ask('POST /api/print-approvals', { body });
      } finally {
        onChanged();
      }
    });
  const setRule = () =>
    run(async () => {
      await service.ask('POST /api/print-approvals/rule', { body: { required: !required } });
      onChanged();
    });
  return (
    <section aria-labelledby="approvals">
      <h2 id="approvals">{words.approvals}</h2>
      <p className="detail">{words.approvalLead}</p>
      <p className={required ? 'notice bad' : 'notice plain'}>
        {required ? words.required : words.notRequired}{' '}
        {me.role === 'hq' && (
          <button type="button" className="link" disabled={busy} onClick={setRule}>
            {required ? words.voluntary : words.require}
          </button>
        )}
      </p>
      {files.length === 0 ? (
        <p className="notice plain">{words.noFiles}</p>
      ) : (
        <>
          <div className="approval-filter">
            <Field label={words.filterArtwork}>
              {(ids) => (
                <select
                  {...ids}
                  value={artwork}
                  onChange={({ currentTarget }) => setArtwork(currentTarget.value)}
                >
                  {artworks.map((each) => (
                    <option key={each} value={each}>
                      {artworkName(each, language)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
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
            {words.approvedCount(
              figure(own.filter((file) => file.approvedBy !== null).length),
              figure(own.length),
            )}
          </p>
          <ErrorNotice error={error} />
          <ul className="plain approvals">
            {shown.map((file) => (
              <FileCard
                key={file.path}
                file={file}
                busy={busy}
                onApprove={me.role === 'district' ? () => approve([file]) : null}
              />
            ))}
          </ul>
          <p className="row">
            {wanted.length > limit && (
              <button type="button" className="button quiet" onClick={() => setLimit(limit + 24)}>
                {words.more}
              </button>
            )}
            {me.role === 'district' && open.length > 1 && (
              <button
                type="button"
                className="button"
                disabled={busy}
                onClick={() => approve(open)}
              >
                {words.approveAll(figure(open.length))}
              </button>
            )}
          </p>
        </>
      )}
    </section>
  );
}

function FileCard({
  file,
  busy,
  onApprove,
}: {
  file: File;
  busy: boolean;
  onApprove: (() => void) | null;
}) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
  const name = language === 'hi' ? file.nameHi : file.nameEn;
  const { approvedBy, approvedAt, preview, sha256 } = file;
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
          {' · '}
          <code title={sha256}>{sha256.slice(0, 12)}</code>
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
