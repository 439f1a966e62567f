import { useState } from 'react';
import { sizeOfTrial } from '../../../../../../campaigns/messages/click-share.ts';
import { messageLanguages } from '../../../../../../campaigns/messages/message-language.ts';
import { parseCount } from '../../../../../../campaigns/numbers.ts';
import { operatorGateway } from '../../../../../../messaging/contract/values.ts';
import { formatNumber } from '../../../../../i18n/format.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { SelectField, TextField } from '../../../ui/parts.tsx';
import { trialWordsIn } from '../trial-words.ts';
import { emptyTrial, listWithoutBlanks, type TrialForm } from './draft-form.ts';
import type { EditorProps } from './editor-props.ts';

/** A second text against the first: one of the registered ones that needs no words of an officer. */
export function TrialEditor(props: EditorProps) {
  const { form, change } = props;
  const { words } = useConsole(trialWordsIn);
  if (form.channel === 'ivr' || form.gateway === operatorGateway) return null;
  const isRepeated = form.repeat.rhythm !== 'once';
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          checked={form.trial !== null}
          disabled={isRepeated}
          onChange={({ currentTarget }) =>
            change({ trial: currentTarget.checked ? emptyTrial : null })
          }
        />
        <span>
          <strong>{words.use}</strong>
          <span className="detail">{isRepeated ? words.notRepeated : words.useHint}</span>
        </span>
      </label>
      {form.trial !== null && <TrialFields {...props} trial={form.trial} />}
      {form.trial !== null && <TrialSize members={props.draft?.estimate?.recipients ?? null} />}
    </>
  );
}

function TrialFields({ form, change, faults, texts, trial }: EditorProps & { trial: TrialForm }) {
  const { language, words } = useConsole(trialWordsIn);
  const put = (part: Partial<TrialForm>) => change({ trial: { ...trial, ...part } });
  const open = listWithoutBlanks(texts.templates, form.channel);
  return (
    <div className="language-text">
      {messageLanguages
        .filter((name) => form.templates[name] !== '')
        .map((name) => (
          <SelectField
            key={name}
            label={words.texts[name]}
            value={trial.templates[name]}
            options={[
              ['', words.none],
              ...open
                .filter(
                  ({ template: { id, language } }) =>
                    language === name && id !== form.templates[name],
                )
                .map(({ template: { id, purpose } }) => [id, purpose[language]] as const),
            ]}
            onChoose={(id) => put({ templates: { ...trial.templates, [name]: id } })}
          />
        ))}
      <div className="pair">
        <TextField
          label={words.share}
          inputMode="numeric"
          value={trial.share}
          maxLength={2}
          onChange={({ currentTarget }) => put({ share: currentTarget.value })}
        />
        <TextField
          label={words.wait}
          inputMode="numeric"
          value={trial.waitHours}
          maxLength={3}
          onChange={({ currentTarget }) => put({ waitHours: currentTarget.value })}
        />
      </div>
      {faults['trial'] !== undefined && <p className="wrong">{words.fault}</p>}
    </div>
  );
}

/** Share of those who open a link that is reckoned with. */
const usualShare = 0.02;

/** In plain words how many numbers a difference needs. */
function TrialSize({ members }: { members: number | null }) {
  const { language, words } = useConsole(trialWordsIn);
  const [typed, setTyped] = useState('1');
  const points = parseCount(typed);
  const size = points === undefined || points === 0 ? null : sizeOfTrial(usualShare, points / 100);
  const percent = size === null || members === null ? null : Math.ceil((100 * size) / members);
  return (
    <div>
      <TextField
        label={words.difference}
        hint={words.differenceHint}
        inputMode="numeric"
        value={typed}
        maxLength={2}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {size !== null && (
        <p className="detail" role="status">
          {words.needs(
            formatNumber(size, language),
            percent === null || percent > 45 ? null : formatNumber(percent, language),
          )}{' '}
          {percent !== null && percent > 45 && words.tooFew}
        </p>
      )}
    </div>
  );
}
