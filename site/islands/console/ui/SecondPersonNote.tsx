import {
  secondPersonBarWords,
  thirdPersonHelp,
} from '../../../../campaigns/words/second-person-words.ts';
import type { SecondPerson } from '../../../../messaging/people/accounts/second-person-schemas.ts';
import { localPath } from '../../../i18n/language.ts';
import { inEachLanguage } from '../../../i18n/own-language.ts';
import { useConsole, useMay } from './console-context.ts';
import { Strong } from './lines.tsx';
import { viewPath } from './views.ts';

/** Beside an approval: whether the officer and the maker may be one person, and what ends the doubt. */
export function SecondPersonNote({ second }: { second: SecondPerson }) {
  const { language, words } = useConsole(secondPersonWordsIn);
  const may = useMay();
  const { bar, openedBy } = second;
  if (bar === null) return null;
  return (
    <div className="notice plain">
      <Strong>{secondPersonBarWords[bar][language]}</Strong>
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

export const secondPersonWordsIn = inEachLanguage({
  openedBy: (names: string) => [`दोनों खाते खोलने वाले: ${names}`, `Who opened both: ${names}`],
  officers: ['पृष्ठ “अधिकारी” खोलें', 'Open “Officers”'],
  invitedBy: (names: string) => [`खाता खोला: ${names}`, `Opened by ${names}`],
  confirm: ['मैं इन्हें जानता हूँ', 'I know this officer'],
  confirmSure: (name: string) => [
    `पुष्टि तभी करें, जब आप ${name} को स्वयं जानते हों और उनसे पूछ लिया हो: यह खाता उन्हीं के पास है। आपकी पुष्टि परिवर्तन-अभिलेख में दर्ज होगी।`,
    `Confirm only if you know ${name} yourself and have asked whether this account is in their hands. Your confirmation stands in the audit log.`,
  ],
  confirmed: (name: string, moment: string) => [
    `${name} इन्हें जानते हैं, पुष्टि ${moment}`,
    `${name} knows this officer, confirmed ${moment}`,
  ],
  takeBack: ['पुष्टि वापस लें', 'Take the confirmation back'],
  unconfirmed: ['तीसरे अधिकारी की पुष्टि शेष', 'Not confirmed by a third officer'],
  needsThird: [
    'एक ही अधिकारी के खोले दो खाते एक-दूसरे के कार्य पर निर्णय नहीं लेते। पहले कोई तीसरे अधिकारी उनमें से एक की पुष्टि करें। आप इनमें से किसी की पुष्टि नहीं कर सकते: ये खाते आपने, या आपका खाता खोलने वाले ने खोले हैं। दूसरा प्रशासक सर्वर पर बनता है: up-cop-outreach invite --role admin --email NAME@DOMAIN',
    'Two accounts that one officer opened decide nothing of each other’s until a third officer confirms one of them. You cannot confirm any of these: you opened them, or whoever opened yours did. A second administrator is made on the server: up-cop-outreach invite --role admin --email NAME@DOMAIN',
  ],
});
