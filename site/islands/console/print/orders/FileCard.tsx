import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { useStationPath } from '../../ui/station-path.ts';
import { ArtworkPicture } from './ArtworkPicture.tsx';
import { orderWordsIn } from './order-words.ts';
import type { PressFile } from './use-approvals.tsx';

interface FileCardProps {
  district: string;
  file: PressFile;
  /** The name on the card: the station in a district’s list, the artwork on a station’s page. */
  named: 'station' | 'artwork';
  busy: boolean;
  onApprove: (() => void) | null;
}

/** A press file with its picture, who approved it, and the button to. */
export function FileCard({ district, file, named, busy, onApprove }: FileCardProps) {
  const { language } = useConsole();
  const words = orderWordsIn(language);
  const station = pickName(file, language);
  const path = useStationPath();
  const { approvedBy, approvedAt } = file;
  const name = named === 'station' ? station : artworkName(file.artwork, language);
  return (
    <li data-station={file.station}>
      <a href={`/files/${file.path}`} aria-label={words.picture(name)}>
        <ArtworkPicture district={district} file={file} alt="" />
      </a>
      <p>
        {named === 'station' ? (
          <a href={path(district, file.station, 'printing')}>
            <strong>{name}</strong>
          </a>
        ) : (
          <strong>{name}</strong>
        )}
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
