import { unasked } from '../../../../../../campaigns/messages/legal-hours.ts';
import { preferenceClasses } from '../../../../../../campaigns/messages/preference-classes.ts';
import { skipReceivedChoices } from '../../../../../../messaging/contract/values.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Await, Choice, TextField, Ticks } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { blastWordsIn } from '../blast-words.ts';

import type { EditorProps } from './editor-props.ts';
import { findCategory } from './form-faults.ts';
import { useFaultWords, useTyped } from './use-draft.ts';

/** Whom the blast leaves out of its list: by how much they had, by earlier blasts, by their preferences. */
export function CapEditor(props: EditorProps) {
  const { words } = useConsole(blastWordsIn);
  const { form, change, faults } = props;
  const fault = useFaultWords(faults);
  const typed = useTyped(props);
  return (
    <>
      <fieldset className="choices">
        <legend>{words.leaveOut.cap}</legend>
        <p className="detail">{words.leaveOut.capHint}</p>
        <div className="pair">
          <TextField
            label={words.leaveOut.capMessages}
            hint={words.leaveOut.capMessagesHint}
            inputMode="numeric"
            maxLength={3}
            {...typed('capMessages')}
          />
          <TextField
            label={words.leaveOut.capDays}
            inputMode="numeric"
            maxLength={3}
            {...typed('capDays')}
          />
        </div>
      </fieldset>
      <fieldset className="choices">
        <legend>{words.leaveOut.received}</legend>
        {skipReceivedChoices.map((choice) => (
          <Choice
            key={choice}
            type="radio"
            name="received"
            checked={form.skipReceived === choice}
            onChange={() => change({ skipReceived: choice })}
          >
            {words.leaveOut.receivedChoices[choice]}
          </Choice>
        ))}
        {fault('skipBlastIds') && <p className="wrong">{fault('skipBlastIds')}</p>}
        {form.skipReceived === 'blasts' && <EarlierBlasts {...props} />}
      </fieldset>
      <Classes {...props} />
    </>
  );
}

function EarlierBlasts({ form, change, draft }: EditorProps) {
  const { words } = useConsole(blastWordsIn);
  const { state, reload } = useLoad('GET /api/blasts');
  return (
    <Await state={state} retry={reload}>
      {(entries) => {
        const planned = entries.filter(
          ({ blast }) => blast.plannedAt !== null && blast.id !== draft?.blast.id,
        );
        if (planned.length === 0) return <p className="detail">{words.leaveOut.noBlasts}</p>;
        return (
          <fieldset className="which">
            <legend className="detail">{words.leaveOut.whichBlasts}</legend>
            <Ticks
              of={planned.map(({ blast }) => [blast.id, blast.name] as const)}
              chosen={form.skipBlastIds}
              onChoose={(skipBlastIds) => change({ skipBlastIds })}
            />
          </fieldset>
        );
      }}
    </Await>
  );
}

/** For texts that the do-not-disturb list binds; government texts are excepted. */
function Classes({ form, change, texts }: EditorProps) {
  const { language, words } = useConsole(blastWordsIn);
  const category = findCategory(
    form,
    texts.templates.map(({ template }) => template),
    texts.callCategory,
  );
  if (!unasked(category)) {
    return <p className="detail">{words.leaveOut.notBound(words.categories[category])}</p>;
  }
  return (
    <fieldset className="choices">
      <legend>{words.leaveOut.classes}</legend>
      <p className="detail">{words.leaveOut.classesHint}</p>
      <Ticks
        of={preferenceClasses.map((name, index) => [index, `${index}. ${name[language]}`] as const)}
        chosen={form.dndClasses}
        fixed={0}
        onChoose={(classes) => change({ dndClasses: classes.toSorted() })}
      />
    </fieldset>
  );
}
