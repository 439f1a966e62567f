import { doctorSentence, doctorWords } from '../../../../campaigns/words/doctor-words.ts';
import { plural } from '../../../../campaigns/words/plural.ts';
import type { Finding } from '../../../../messaging/front/doctor/doctor-schemas.ts';
import { inEachLanguage } from '../../../i18n/own-language.ts';
import { useConsole } from '../ui/console-context.ts';
import { Await, Button, List } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';

const viewWordsIn = inEachLanguage({
  lead: [
    'सेवा, डेटाबेस, गेटवे और बैकअप की हर जाँच, अभी की। सर्वर पर यही सूची: up-cop-outreach doctor',
    'Every check of service, database, gateways and backup, as of now. The same table on the server: up-cop-outreach doctor',
  ],
  todo: (count: number) => [
    count === 0 ? 'कुछ करना शेष नहीं।' : `${count} ${plural.hi(count, 'काम', 'काम')} शेष।`,
    count === 0 ? 'Nothing to do.' : `${count} ${plural.en(count, 'thing', 'things')} to do.`,
  ],
  states: {
    good: ['ठीक', 'Good'],
    act: ['करना है', 'To do'],
    unset: ['नहीं लगाया', 'Not set up'],
  },
  machine: (host: string, version: string) => [
    `मशीन ${host}, संस्करण ${version}`,
    `Machine ${host}, version ${version}`,
  ],
  again: ['फिर जाँचें', 'Check again'],
});

const order = { act: 0, unset: 1, good: 2 } as const;

/** Checks of the installation: what is to be done first, then what is not set up, then what is well. */
export function DoctorView() {
  const { language } = useConsole();
  const viewWords = viewWordsIn(language);
  const { state, reload } = useLoad('GET /api/doctor');
  return (
    <>
      <p className="lead">{viewWords.lead}</p>
      <Await state={state} retry={reload}>
        {({ host, version, findings }) => (
          <>
            <p role="status">
              <strong>
                {viewWords.todo(findings.filter((finding) => finding.state === 'act').length)}
              </strong>
            </p>
            <p className="detail">{viewWords.machine(host, version)}</p>
            <List
              of={findings.toSorted((a, b) => order[a.state] - order[b.state])}
              className="activities"
              keyOf={(finding) => finding.check}
            >
              {(finding) => <FindingRow finding={finding} />}
            </List>
            <div className="row">
              <Button onClick={reload}>{viewWords.again}</Button>
            </div>
          </>
        )}
      </Await>
    </>
  );
}

function FindingRow({ finding: { check, state, says, detail } }: { finding: Finding }) {
  const { language } = useConsole();
  const viewWords = viewWordsIn(language);
  return (
    <div className="fact">
      <h2>{doctorWords[check].name[language]}</h2>
      <p>{doctorSentence(check, says, detail)?.[language] ?? detail}</p>
      <p className={state === 'act' ? 'wrong' : 'detail'}>{viewWords.states[state]}</p>
    </div>
  );
}
