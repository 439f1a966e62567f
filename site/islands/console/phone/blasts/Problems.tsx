import type { Bilingual } from '../../../../../campaigns/bilingual.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import type { ServiceError } from '../../ui/service.ts';
import { blastWordsIn } from './blast-words.ts';

/** Cautions to know before it is submitted or approved. */
export function Cautions({ cautions }: { cautions: BlastDetail['cautions'] }) {
  const { language, words } = useConsole(blastWordsIn);
  if (cautions.length === 0) return null;
  return (
    <div className="notice plain">
      <p>
        <strong>{words.draft.cautions}</strong>
      </p>
      <ul>
        {cautions.map((caution) => (
          <li key={caution.en}>{caution[language]}</li>
        ))}
      </ul>
    </div>
  );
}

/** Problems that keep a draft from being submitted or approved. */
export function Problems({ problems }: { problems: BlastDetail['problems'] }) {
  const { language, words } = useConsole(blastWordsIn);
  return (
    <div className="notice bad">
      <p>
        <strong>{words.draft.problems}</strong>
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.en}>{problem[language]}</li>
        ))}
      </ul>
    </div>
  );
}

/** Why an approver sent a draft back. */
export function SentBack({ remark }: { remark: string | null }) {
  const words = useConsole(blastWordsIn).words.draft;
  if (remark === null) return null;
  return (
    <div className="notice bad">
      <p>
        <strong>{words.sentBack}</strong>
      </p>
      <p>{remark}</p>
    </div>
  );
}

/** Problems of a draft that the service refused; null for any other refusal. */
export function readProblems(error: ServiceError | null): Bilingual[] | null {
  const problems = error?.body['problems'];
  return Array.isArray(problems) ? (problems as Bilingual[]) : null;
}
