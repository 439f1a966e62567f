import { Fragment } from 'react';
import { messageLanguages } from '../../../../../../campaigns/messages/message-language.ts';
import { longestValue } from '../../../../../../campaigns/messages/registrars.ts';
import { messageChannels } from '../../../../../../messaging/contract/values.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { SelectField, TextField } from '../../../ui/parts.tsx';
import { useBlastWords } from '../use-blast-words.ts';
import { ClassLinks, PlaceValues } from './ClassLinks.tsx';
import { listOffered, listTypedKinds, pickGateway, pickText } from './draft-form.ts';
import type { EditorProps } from './editor-props.ts';
import { FallbackField } from './FallbackField.tsx';
import { StationCardChoice } from './StationCardChoice.tsx';
import { TrialEditor } from './TrialEditor.tsx';
import { useFaultWords } from './use-fault-words.ts';
import { useTemplateState } from './use-template-state.ts';

/** The blast's name for the officers, SMS or call, and the registered texts. */
export function TextEditor(props: EditorProps) {
  const { campaign } = useConsole();
  const words = useBlastWords();
  const { form, change, faults, gateways, texts, draft } = props;
  const fault = useFaultWords(faults);
  const channels = messageChannels.filter(
    (channel) => channel !== 'whatsapp' || listOffered(texts.templates, channel).length > 0,
  );
  return (
    <>
      <TextField
        label={words.text.name}
        hint={words.text.nameHint(campaign.app)}
        error={fault('name')}
        value={form.name}
        maxLength={200}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <fieldset className="choices">
        <legend>{words.text.channel}</legend>
        {draft !== null && <p className="detail">{words.text.channelKept}</p>}
        {channels.map((channel) => {
          const gateway = pickGateway(gateways, channel);
          return (
            <label key={channel} className="choice">
              <input
                type="radio"
                name="channel"
                checked={form.channel === channel}
                disabled={gateway === '' || (draft !== null && form.channel !== channel)}
                onChange={() => change({ channel, gateway, ...pickText(texts.templates, channel) })}
              />
              <span>
                <strong>{words.channels[channel]}</strong>
                <span className="detail">
                  {gateway === '' ? words.text.noGateway : words.text.channelHints[channel]}
                </span>
              </span>
            </label>
          );
        })}
      </fieldset>
      {form.channel !== 'ivr' &&
        messageLanguages.map((name) => <LanguageText key={name} {...props} name={name} />)}
      <TrialEditor {...props} />
      <StationCardChoice {...props} />
      <ClassLinks {...props} />
      {form.channel === 'whatsapp' && <FallbackField {...props} />}
    </>
  );
}

/** One language's text: chosen and filled. */
function LanguageText({ name, ...props }: EditorProps & { name: 'hi' | 'en' }) {
  const { form, change, faults, texts } = props;
  const { language } = useConsole();
  const words = useBlastWords();
  const fault = useFaultWords(faults);
  const choices = listOffered(texts.templates, form.channel).filter(
    ({ template }) => template.language === name,
  );
  const nameState = useTemplateState(props);
  const chosen = choices.find(({ template }) => template.id === form.templates[name]);
  const kinds = listTypedKinds(chosen?.template.text ?? '');
  return (
    <div className="language-text">
      <SelectField
        label={words.text.texts[name]}
        hint={words.text.textHints[name]}
        error={fault(name)}
        value={form.templates[name]}
        options={[
          ['', words.text.noText],
          ...choices.map(
            ({ template: { id, purpose } }) =>
              [id, [purpose[language], nameState(id)].filter(Boolean).join(': ')] as const,
          ),
        ]}
        onChoose={(id) =>
          change({
            templates: { ...form.templates, [name]: id },
            values: { ...form.values, [name]: [] },
          })
        }
      />
      {kinds.map((kind, index) => {
        const put = (value: string) => {
          const values = kinds.map((_, place) => form.values[name][place] ?? '');
          values[index] = value;
          change({ values: { ...form.values, [name]: values } });
        };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: variables are told apart by their place
          <Fragment key={index}>
            <TextField
              label={words.text.variable(index + 1)}
              hint={words.text.variableHint(words.text.kinds[kind] ?? kind, longestValue(kind))}
              error={fault(`${name}-${index}`)}
              value={form.values[name][index] ?? ''}
              maxLength={longestValue(kind)}
              lang={name}
              onChange={({ currentTarget }) => put(currentTarget.value)}
            />
            <PlaceValues {...props} kind={kind} value={form.values[name][index] ?? ''} put={put} />
          </Fragment>
        );
      })}
    </div>
  );
}
