import { useEffect, useId, useRef, useState } from 'react';
import { type ProofArtwork, proofArtworks } from '../../../../../campaigns/proofs/proof.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import type { PressFile } from './use-approvals.tsx';

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
