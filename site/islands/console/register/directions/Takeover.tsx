import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isHeld } from '../../ui/Effect.tsx';
import { readText } from '../../ui/form-text.ts';
import { beforePath } from './direction-paths.ts';
import { useNumber } from './OccurrenceState.tsx';
import { useRegister } from './register-context.ts';

/** The day from which repeated obligations are owed: headquarters enters it, everybody sees it. */
export function Takeover({ before, onChange }: { before: number; onChange: () => void }) {
  const { language, words } = useConsole(registerWordsIn);
  const { role } = useMe();
  const number = useNumber();
  const { day, setBy } = useRegister().catalogue.takeover;
  const maySet = rolesFor('direction.add').includes(role);
  return (
    <>
      {maySet && setBy === null && (
        <section className="notice plain" aria-labelledby="takeover">
          <h2 id="takeover">{words.takeover}</h2>
          <TakeoverForm onChange={onChange} />
        </section>
      )}
      <p className="detail">
        {words.countedFrom(formatDay(day, language))}
        {maySet && before > 0 && (
          <>
            {' '}
            {words.beforeText(number(before))} <a href={beforePath(language)}>{words.beforeLink}</a>
          </>
        )}
      </p>
      {maySet && setBy !== null && (
        <details>
          <summary>{words.takeoverChange}</summary>
          <TakeoverForm onChange={onChange} />
        </details>
      )}
    </>
  );
}

function TakeoverForm({ onChange }: { onChange: () => void }) {
  const { service, words } = useConsole(registerWordsIn);
  const { today, takeover } = useRegister().catalogue;
  const send = async (form: FormData) => {
    const body = { day: readText(form, 'day'), reason: readText(form, 'reason') };
    const answer = await service.ask('POST /api/directions/takeover', { body });
    if (!isHeld(answer)) onChange();
    return answer;
  };
  return (
    <AskForm button={words.takeoverSet} send={send}>
      <p className="detail">{words.takeoverAsk}</p>
      <DayField label={words.takeoverDay} name="day" given={takeover.day} max={today} />
    </AskForm>
  );
}
