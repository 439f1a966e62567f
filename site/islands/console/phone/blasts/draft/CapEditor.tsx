import { unasked } from '../../../../../../campaigns/messages/legal-hours.ts';
import { preferenceClasses } from '../../../../../../campaigns/messages/preference-classes.ts';
import { skipReceivedChoices } from '../../../../../../messaging/contract/values.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Await, TextField } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { blastWordsIn } from '../blast-words.ts';

import type { EditorProps } from './editor-props.ts';
import { findCategory } from './form-faults.ts';
import { useFaultWords } from './use-draft.ts';

/** Whom the blast leaves out of its list: by how much they had, by earlier blasts, by their preferences. */
export function CapEditor(props: EditorProps) {
  const { words } = useConsole(blastWordsIn);
  const { form, change, faults } = props;
  const fault = useFaultWords(faults);
  return (
    <>
      <fieldset className="choices">
        <legend>{words.leaveOut.cap}</legend>
        <p className="detail">{words.leaveOut.capHint}</p>
        <div className="pair">
          <TextField
            label={words.leaveOut.capMessages}
            hint={words.leaveOut.capMessagesHint}
            error={fault('capMessages')}
            inputMode="numeric"
            value={form.capMessages}
            maxLength={3}
            onChange={({ currentTarget }) => change({ capMessages: currentTarget.value })}
          />
          <TextField
            label={words.leaveOut.capDays}
            error={fault('capDays')}
            inputMode="numeric"
            value={form.capDays}
            maxLength={3}
            onChange={({ currentTarget }) => change({ capDays: currentTarget.value })}
          />
        </div>
      </fieldset>
      <fieldset className="choices">
        <legend>{words.leaveOut.received}</legend>
        {skipReceivedChoices.map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name="received"
              checked={form.skipReceived === choice}
              onChange={() => change({ skipReceived: choice })}
            />
            <span>{words.leaveOut.receivedChoices[choice]}</span>
          </label>
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
            {planned.map(({ blast }) => (
              <label key={blast.id} className="choice">
                <input
                  type="checkbox"
                  checked={form.skipBlastIds.includes(blast.id)}
                  onChange={({ currentTarget }) => {
                    const others = form.skipBlastIds.filter((id) => id !== blast.id);
                    change({
                      skipBlastIds: currentTarget.checked ? [...others, blast.id] : others,
                    });
                  }}
                />
                <span>{blast.name}</span>
              </label>
            ))}
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
      {preferenceClasses.map((name, index) => (
        <label key={name.en} className="choice">
          <input
            type="checkbox"
            checked={index === 0 || form.dndClasses.includes(index)}
            disabled={index === 0}
            onChange={({ currentTarget }) => {
              const others = form.dndClasses.filter((one) => one !== index);
              change({
                dndClasses: currentTarget.checked ? [...others, index].toSorted() : others,
              });
            }}
          />
          <span>
            {index}. {name[language]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
