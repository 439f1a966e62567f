import type { OwingRole } from '../../../../../campaigns/directions/owing-roles.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { directionWordsIn } from './direction-words.ts';
import { useRegister } from './register-context.ts';

const plainOwners = ['district', 'range', 'zone', 'hq', 'pro-dgp'] as const;

/** Chooses who owes a thing: all of a kind, an office at headquarters, or single districts, ranges and zones. */
export function OwnerChoices() {
  const { language } = useConsole();
  const words = directionWordsIn(language);
  const { offices } = useRegister().catalogue;
  const toBoxes = (list: typeof offices) =>
    list.map(({ key, name }) => [key, name[language]] as const);
  const single = offices.filter(({ role }) => ['district', 'range', 'zone'].includes(role));
  return (
    <>
      <Choices
        legend={words.pointOwners}
        name="owner"
        choices={[
          ...plainOwners.map((role) => [role, words.ownerKinds[role]] as const),
          ...toBoxes(offices.filter(({ role }) => role === 'branch')),
        ]}
      />
      <details>
        <summary>{registerWordsIn(language).oneOffice}</summary>
        <Choices
          legend={registerWordsIn(language).oneOffice}
          name="owner"
          choices={toBoxes(single)}
        />
      </details>
    </>
  );
}

/** Reads the boxes that are ticked. */
export function readOwners(form: FormData): { role: OwingRole; area?: string | undefined }[] {
  return form.getAll('owner').map((value) => {
    const [role = '', area] = String(value).split(':');
    return { role: role as OwingRole, area };
  });
}

export function Choices({
  legend,
  name,
  choices,
}: {
  legend: string;
  name: string;
  choices: readonly (readonly [string, string])[];
}) {
  return (
    <fieldset className="direction-choices">
      <legend>{legend}</legend>
      {choices.map(([value, label]) => (
        <label className="check" key={value}>
          <input type="checkbox" name={name} value={value} /> {label}
        </label>
      ))}
    </fieldset>
  );
}
