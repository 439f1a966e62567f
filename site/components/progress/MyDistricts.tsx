import { pickName } from '../../../campaigns/directory/pick-name.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';
import type { ProgressProps } from './progress-page.ts';

/** Below the map: a reader's own district, up to four beside each other. The script `my-districts` fills it from the league. */
export function MyDistricts({ places, language }: Pick<ProgressProps, 'places' | 'language'>) {
  const words = progressWordsIn(language);
  const { compare } = new Intl.Collator(language);
  const named = places.districts
    .map((district) => ({ ...district, name: pickName(district, language) }))
    .sort((a, b) => compare(a.name, b.name));
  return (
    <my-districts
      data-out={words.takeOut}
      data-outside={words.outside}
      data-no-place={words.noPlace}
      data-copied={words.copied}
    >
      <p className="pick">
        <label htmlFor="my-district">{words.myDistrict}</label>
        <select id="my-district" defaultValue="">
          <option value="">{words.pickDistrict}</option>
          {named.map(({ id, name, lat, lon }) => (
            <option key={id} value={id} data-at={`${lat},${lon}`}>
              {name}
            </option>
          ))}
        </select>
        <button type="button" className="button quiet" data-near hidden>
          {words.near}
        </button>
      </p>
      <p className="detail">{words.myDistrictNote}</p>
      <p role="status" />
      <table className="compare" hidden>
        <thead />
        <tbody />
      </table>
      <button type="button" className="button quiet" data-send hidden>
        {words.sendChoice}
      </button>
    </my-districts>
  );
}
