import { useState } from 'react';
import { annotationWordsIn } from '../../../../i18n/annotation-words.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { DistrictOptions } from '../../ui/DistrictOptions.tsx';
import { Field } from '../../ui/parts.tsx';

/** The one-page letter to the head of a district, or a ZIP of all of them. */
export function DistrictLetters() {
  const { language } = useConsole();
  const words = annotationWordsIn(language);
  const [district, setDistrict] = useState('');
  const address = (format: 'pdf' | 'docx') =>
    district === ''
      ? makeAddress('GET /api/district-letters', { query: { format } })
      : makeAddress('GET /api/district-letters/:district', {
          params: { district },
          query: { format },
        });
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{words.letters}</h2>
      <p>{words.lettersLead}</p>
      <div className="narrow">
        <Field label={words.lettersOf}>
          {(ids) => (
            <select
              {...ids}
              value={district}
              onChange={({ currentTarget }) => setDistrict(currentTarget.value)}
            >
              <option value="">{words.lettersAll}</option>
              <DistrictOptions />
            </select>
          )}
        </Field>
        <div className="row">
          {(['pdf', 'docx'] as const).map((format) => (
            <a key={format} className="button quiet" href={address(format)} download>
              {format.toUpperCase()}
              {district === '' && ' (ZIP)'}
            </a>
          ))}
        </div>
      </div>
    </section>
  );
}
