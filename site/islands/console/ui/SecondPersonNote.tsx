import {
  secondPersonBarWords,
  thirdPersonHelp,
} from '../../../../campaigns/words/second-person-words.ts';
import type { SecondPerson } from '../../../../messaging/people/accounts/second-person-schemas.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole, useMay } from './console-context.ts';
import { secondPersonWordsIn } from './second-person-words.ts';
import { viewPath } from './views.ts';

/** Beside an approval: whether the officer and the maker may be one person, and what ends the doubt. */
export function SecondPersonNote({ second }: { second: SecondPerson }) {
  const { language, words } = useConsole(secondPersonWordsIn);
  const may = useMay();
  const { bar, openedBy } = second;
  if (bar === null) return null;
  return (
    <div className="notice plain">
      <p>
        <strong>{secondPersonBarWords[bar][language]}</strong>
      </p>
      {openedBy.length > 0 && <p>{words.openedBy(openedBy.join(', '))}</p>}
      {bar !== 'own-draft' && <p className="detail">{thirdPersonHelp[language]}</p>}
      {bar !== 'own-draft' && may('person.read') && (
        <p>
          <a href={localPath(language, viewPath('people'))}>{words.officers}</a>
        </p>
      )}
    </div>
  );
}
