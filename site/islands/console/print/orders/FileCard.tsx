import { useEffect, useId, useRef, useState } from 'react';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { type ProofArtwork, proofArtworks } from '../../../../../campaigns/print/proofs/proof.ts';
import { artworkName } from '../../../../../campaigns/words/artwork-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { Button, ErrorNotice, Outcome } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { useStationPath } from '../../ui/views.ts';
import { orderWordsIn } from './order-words.ts';

interface FileCardProps {
  district: string;
  file: PressFile;
  /** The name on the card: the station in a district’s list, the artwork on a station’s page. */
  named: 'station' | 'artwork';
  busy: boolean;
  approve: (files: readonly PressFile[]) => void;
}

interface FileCardsProps
  extends Omit<FileCardProps, 'file'>,
    Pick<ReturnType<typeof useApprovals>, 'error' | 'decided'> {
  files: readonly PressFile[];
}

/** Press files, each with its picture, and the outcome of the last approval. */
export function FileCards({ files, error, decided, ...card }: FileCardsProps) {
  return (
    <>
      <ErrorNotice error={error} />
      <ul className="plain approvals">
        {files.map((file) => (
          <FileCard key={file.path} file={file} {...card} />
        ))}
      </ul>
      <Approved decided={decided} />
    </>
  );
}

/** A press file with its picture, who approved it, and the button to. */
function FileCard({ district, file, named, busy, approve }: FileCardProps) {
  const may = useMay();
  const { language, words, format } = useConsole(orderWordsIn);
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
            ? words.approved(approvedBy, format.moment(approvedAt))
            : file.earlierApproval
              ? words.fellAway
              : words.openState}
        </span>
      </p>
      {approvedBy === null && may('print.approve') && (
        <Button disabled={busy} aria-label={words.approveOf(name)} onClick={() => approve([file])}>
          {words.approve}
        </Button>
      )}
    </li>
  );
}

type View = Answer<'GET /api/print-approvals'>;
export type PressFile = View['files'][number];

export interface ApprovalsProps {
  district: string;
  view: View;
  onChanged: () => void;
}

interface Decided {
  approved: number;
  replaced: number;
}

/** Approving press files of a district as they are, and HQ's rule about it. */
export function useApprovals({ district, view: { required }, onChanged }: ApprovalsProps) {
  const { service } = useConsole();
  const [decided, setDecided] = useState<Decided | null>(null);
  const { busy, error, run } = useAction();
  const approve = (files: readonly PressFile[]) =>
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

/** Says how many were approved, and how many were remade meanwhile. */
function Approved({ decided }: { decided: Decided | null }) {
  const { words, format } = useConsole(orderWordsIn);
  if (decided === null) return null;
  const { approved, replaced } = decided;
  return (
    <Outcome tone={replaced === 0 ? 'good' : 'plain'}>
      {words.approvedNow(format.number(approved))}
      {replaced > 0 && ` ${words.replaced(format.number(replaced))}`}
    </Outcome>
  );
}

interface PictureProps {
  district: string;
  file: Pick<PressFile, 'station' | 'kind' | 'nameHi' | 'nameEn' | 'artwork' | 'preview'>;
  alt: string;
}

const widthPx = 240;

/** A press file's artwork in small: its preview, else drawn for the station as soon as it is in sight. */
export function ArtworkPicture({ district, file, alt }: PictureProps) {
  const place = useRef<HTMLSpanElement>(null);
  const drawn = useDrawn(place, district, file);
  const source = file.preview ?? drawn;
  return (
    <span ref={place} className="artwork-picture">
      {source !== null && <img src={source} alt={alt} loading="lazy" />}
    </span>
  );
}

/** Address of the drawn picture; null until it is there, and where the officer or the artwork has none. */
function useDrawn(
  place: React.RefObject<HTMLSpanElement | null>,
  district: string,
  file: PictureProps['file'],
): string | null {
  const { service } = useConsole();
  const mayDraw = useMay()('proof.station');
  const client = `picture-${useId().replace(/\W/g, '')}`;
  const [drawn, setDrawn] = useState<string | null>(null);
  const { station, kind, nameHi, nameEn, preview } = file;
  const artwork = findDrawable(file.artwork);
  useEffect(() => {
    if (preview !== null || !mayDraw || artwork === undefined || place.current === null) return;
    const observer = new IntersectionObserver(async ([seen]) => {
      if (!seen?.isIntersecting) return;
      observer.disconnect();
      const body = {
        client,
        district,
        station,
        kind,
        nameHi,
        nameEn,
        artworks: [artwork],
        widthPx,
      };
      // A list is read as well without its pictures.
      const answer = await service.ask('POST /api/proofs/station', { body }).catch(() => null);
      const [page] = answer?.kind === 'proof' ? (answer.proof.artworks[0]?.pages ?? []) : [];
      if (page !== undefined) setDrawn(`data:image/png;base64,${page.png}`);
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [service, client, mayDraw, artwork, preview, place, district, station, kind, nameHi, nameEn]);
  return drawn;
}

/** An imposed sheet shows the sides of what is cut from it. */
function findDrawable(artwork: string): ProofArtwork | undefined {
  const base = artwork.replace(/-\dup$/, '');
  return proofArtworks.find((each) => each === base);
}
