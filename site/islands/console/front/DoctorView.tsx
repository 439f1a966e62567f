import { doctorSentence, doctorWords } from '../../../../campaigns/words/doctor-words.ts';
import type { Finding } from '../../../../messaging/front/doctor/doctor-schemas.ts';
import { useConsole } from '../ui/console-context.ts';
import { Await } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';

const order = { act: 0, unset: 1, good: 2 } as const;

/** Checks of the installation: what is to be done first, then what is not set up, then what is well. */
export function DoctorView() {
  const { words } = useConsole();
  const { state, reload } = useLoad('GET /api/doctor');
  return (
    <>
      <p className="lead">{words.doctor.lead}</p>
      <Await state={state} retry={reload}>
        {({ host, version, findings }) => (
          <>
            <p role="status">
              <strong>
                {words.doctor.todo(findings.filter((finding) => finding.state === 'act').length)}
              </strong>
            </p>
            <p className="detail">{words.doctor.machine(host, version)}</p>
            <ul className="plain activities">
              {findings
                .toSorted((a, b) => order[a.state] - order[b.state])
                .map((finding) => (
                  <li key={finding.check}>
                    <FindingRow finding={finding} />
                  </li>
                ))}
            </ul>
            <div className="row">
              <button type="button" className="button quiet" onClick={reload}>
                {words.doctor.again}
              </button>
            </div>
          </>
        )}
      </Await>
    </>
  );
}

function FindingRow({ finding: { check, state, says, detail } }: { finding: Finding }) {
  const { words, language } = useConsole();
  return (
    <div className="fact">
      <h2>{doctorWords[check].name[language]}</h2>
      <p>{doctorSentence(check, says, detail)?.[language] ?? detail}</p>
      <p className={state === 'act' ? 'wrong' : 'detail'}>{words.doctor.states[state]}</p>
    </div>
  );
}
