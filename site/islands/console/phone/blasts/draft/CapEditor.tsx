import { choosesBlasts, draftFields } from '../../../../../../campaigns/messages/draft-fields.ts';
import { unasked } from '../../../../../../campaigns/messages/legal-hours.ts';
import { preferenceClasses } from '../../../../../../campaigns/messages/preference-classes.ts';
import { sayPair } from '../../../../../i18n/own-language.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Await, Ticks } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { blastWordsIn } from '../blast-words.ts';
import { DraftField } from './DraftField.tsx';
import type { EditorProps } from './editor-props.ts';
import { findCategory } from './form-faults.ts';
import { useFaultWords } from './use-draft.ts';

/** Whom the blast leaves out of its list: by how much they had, by earlier blasts, by their preferences. */
export function CapEditor(props: EditorProps) {
  const { language, words } = useConsole(blastWordsIn);
  const { form, faults } = props;
  const fault = useFaultWords(faults);
  return (
    <>
      <fieldset className="choices">
        <legend>{words.leaveOut.cap}</legend>
        <p className="detail">{words.leaveOut.capHint}</p>
        <div className="pair">
          <DraftField name="capMessages" {...props} />
          <DraftField name="capDays" {...props} />
        </div>
      </fieldset>
      <fieldset className="choices">
        <legend>{sayPair(draftFields.skipReceived.label, language)}</legend>
        <DraftField name="skipReceived" {...props} />
        {fault('skipBlastIds') && <p className="wrong">{fault('skipBlastIds')}</p>}
        {choosesBlasts(form) && <EarlierBlasts {...props} />}
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
