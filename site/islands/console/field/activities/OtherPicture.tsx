import { doubtWords } from '../../../../../campaigns/words/photo-fault-words.ts';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';

/** Why a picture is doubted, what the office says to that, and the other picture. */
export function OtherPicture({ doubt, doubtNames }: Pick<ListedActivity, 'doubt' | 'doubtNames'>) {
  const { language } = useConsole();
  const words = entryWordsIn(language);
  const districtName = useDistrictName();
  if (doubt === null) return null;
  const place = `${doubtNames?.[language] ?? doubt.station}, ${districtName(doubt.district)}`;
  const picture =
    doubt.photo &&
    makeAddress('GET /api/activities/photos/:sha256', { params: { sha256: doubt.photo } });
  return (
    <div className="notice plain doubt">
      <p>
        <strong>{doubtWords[doubt.kind]({ hi: place, en: place })[language]}</strong>
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
