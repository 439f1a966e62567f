import { useEffect } from 'react';
import type { PhotoDoubt } from '../../../campaigns/activities/proof.ts';
import { entryWords } from '../../i18n/entry-words.ts';
import { addressOf } from './address.ts';
import { useConsole, useDistrictName } from './console-context.ts';
import { useStationNames } from './use-station-names.ts';

/** Why a picture does not stand by itself, what the office says to that, and the other picture beside it. */
export function OtherPicture({ doubt }: { doubt: PhotoDoubt | null }) {
  const { language } = useConsole();
  const words = entryWords[language];
  const districtName = useDistrictName();
  const { namesOf, learn } = useStationNames();
  const district = doubt?.district;
  useEffect(() => {
    if (district !== undefined) learn([district]);
  }, [district, learn]);
  if (doubt === null) return null;
  const place = `${namesOf(doubt.district, doubt.station).name}, ${districtName(doubt.district)}`;
  const picture =
    doubt.photo &&
    addressOf('GET /api/activities/photos/:sha256', { params: { sha256: doubt.photo } });
  return (
    <div className="notice plain doubt">
      <p>
        <strong>{words.doubts[doubt.kind](place)}</strong>
      </p>
      {doubt.reason !== '' && <p>{words.officeSays(doubt.reason)}</p>}
      {picture && (
        <a href={picture} target="_blank" rel="noreferrer">
          <img src={picture} alt={words.otherPhotoOf(place)} loading="lazy" />
        </a>
      )}
    </div>
  );
}
