import { Fragment, useState } from 'react';
import { sizeOfTrial } from '../../../../../../campaigns/messages/click-share.ts';
import { districtField, stationField } from '../../../../../../campaigns/messages/merge-fields.ts';
import { messageLanguages } from '../../../../../../campaigns/messages/message-language.ts';
import { longestValue } from '../../../../../../campaigns/messages/registrars.ts';
import type { VariableKind } from '../../../../../../campaigns/messages/variable-mark.ts';
import { parseCount } from '../../../../../../campaigns/numbers.ts';
import { messageChannels, operatorGateway } from '../../../../../../messaging/contract/values.ts';
import { inEachLanguage } from '../../../../../i18n/own-language.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Button, Choice, SelectField, TextField } from '../../../ui/parts.tsx';
import { whatsappWordsIn } from '../../whatsapp-words.ts';
import { blastWordsIn } from '../blast-words.ts';
import { trialWordsIn } from '../trial-words.ts';
import { DraftField } from './DraftField.tsx';
import {
  emptyTrial,
  listOffered,
  listTypedKinds,
  listWithoutBlanks,
  pickGateway,
  pickText,
  type TrialForm,
} from './draft-form.ts';
import { draftWordsIn } from './draft-words.ts';
import type { EditorProps } from './editor-props.ts';
import { useFaultWords, useTemplateState } from './use-draft.ts';

const placeWordsIn = inEachLanguage({
  district: ['हर प्राप्तकर्ता के जनपद का नाम भरें', 'Put in the name of each recipient’s district'],
  station: ['हर प्राप्तकर्ता के थाने का नाम भरें', 'Put in the name of each recipient’s station'],
  stationHint: [
    'जिसका थाना सूची में नहीं है, उसके संदेश में जनपद का नाम जाता है, और जनपद भी न हो तो राज्य का। पाठ में “थाना” शब्द तभी हो जब सबका थाना पता हो।',
    'Whose station the list does not say gets the name of the district, or of the state where that is not known either. Let the text say “police station” only where all are known.',
  ],
});

/** The blast's name for the officers, SMS or call, and the registered texts. */
export function TextEditor(props: EditorProps) {
  const { language, campaign, words } = useConsole(blastWordsIn);
  const draftWords = draftWordsIn(language);
  const { form, change, gateways, texts, draft } = props;
  const channels = messageChannels.filter(
    (channel) => channel !== 'whatsapp' || listOffered(texts.templates, channel).length > 0,
  );
  return (
    <>
      <DraftField name="name" {...props} more={draftWords.text.nameHint(campaign.app)} />
      <fieldset className="choices">
        <legend>{draftWords.text.channel}</legend>
        {draft !== null && <p className="detail">{draftWords.text.channelKept}</p>}
        {channels.map((channel) => {
          const gateway = pickGateway(gateways, channel);
          return (
            <Choice
              key={channel}
              type="radio"
              name="channel"
              title={words.channels[channel]}
              hint={
                gateway === '' ? draftWords.text.noGateway : draftWords.text.channelHints[channel]
              }
              checked={form.channel === channel}
              disabled={gateway === '' || (draft !== null && form.channel !== channel)}
              onChange={() => change({ channel, gateway, ...pickText(texts.templates, channel) })}
            />
          );
        })}
      </fieldset>
      {form.channel !== 'ivr' &&
        messageLanguages.map((name) => <LanguageText key={name} {...props} name={name} />)}
      {(draft?.unlike || form.unlikeReason !== '') && <DraftField name="unlikeReason" {...props} />}
      <TrialEditor {...props} />
      <StationCardChoice {...props} />
      {form.channel === 'whatsapp' && <FallbackField {...props} />}
    </>
  );
}

/** One language's text: chosen and filled. */
function LanguageText({ name, ...props }: EditorProps & { name: 'hi' | 'en' }) {
  const { form, change, faults, texts } = props;
  const { language, words } = useConsole(draftWordsIn);
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

interface PlaceValuesProps extends EditorProps {
  kind: VariableKind;
  value: string;
  put: (value: string) => void;
}

/** Lets a variable that takes words hold each recipient's district or station. */
function PlaceValues({ kind, value, form, put }: PlaceValuesProps) {
  const { words } = useConsole(placeWordsIn);
  if ((kind !== 'var' && kind !== 'alphanumeric') || form.gateway === operatorGateway) return null;
  return (
    <>
      <p className="row">
        <Button look="link" onClick={() => put(districtField)}>
          {words.district}
        </Button>
        <Button look="link" onClick={() => put(stationField)}>
          {words.station}
        </Button>
      </p>
      {value === stationField && <p className="detail">{words.stationHint}</p>}
    </>
  );
}

const fallbackHours = ['1', '3', '6', '12', '24'];

/** The SMS for those who have no WhatsApp: one of the registered texts that need no words of an officer. */
function FallbackField({ form, change, texts, gateways }: EditorProps) {
  const { language, words } = useConsole(whatsappWordsIn);
  const choices = listWithoutBlanks(texts.templates, 'sms');
  return (
    <>
      <SelectField
        label={words.fallback}
        hint={words.fallbackHint}
        value={form.fallback}
        options={[
          ['', words.noFallback],
          ...choices.map(({ template: { id, purpose } }) => [id, purpose[language]] as const),
        ]}
        onChoose={(fallback) =>
          change({
            fallback,
            fallbackGateway: form.fallbackGateway || pickGateway(gateways, 'sms'),
          })
        }
      />
      {form.fallback !== '' && (
        <SelectField
          label={words.fallbackAfter}
          hint={words.fallbackAfterHint}
          value={form.fallbackAfter}
          options={[
            ['', words.neverAfter],
            ...fallbackHours.map((hours) => [hours, words.afterHours(Number(hours))] as const),
          ]}
          onChoose={(fallbackAfter) => change({ fallbackAfter })}
        />
      )}
    </>
  );
}

/** Whether each recipient's own station's card is at the head; offered where a chosen template has a picture. */
function StationCardChoice(props: EditorProps) {
  const { form, texts } = props;
  const chosen = messageLanguages.map((language) => form.templates[language]);
  const hasPicture = texts.templates.some(
    ({ template, card }) => chosen.includes(template.id) && typeof card?.picture === 'string',
  );
  if (form.channel !== 'whatsapp' || !hasPicture) return null;
  return <DraftField name="stationCards" {...props} />;
}

/** A second text against the first: one of the registered ones that needs no words of an officer. */
function TrialEditor(props: EditorProps) {
  const { form, change } = props;
  const { words } = useConsole(trialWordsIn);
  if (form.channel === 'ivr' || form.gateway === operatorGateway) return null;
  const isRepeated = form.repeat.rhythm !== 'once';
  return (
    <>
      <Choice
        title={words.use}
        hint={isRepeated ? words.notRepeated : words.useHint}
        checked={form.trial !== null}
        disabled={isRepeated}
        onChange={({ currentTarget }) =>
          change({ trial: currentTarget.checked ? emptyTrial : null })
        }
      />
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
  const { words, format } = useConsole(trialWordsIn);
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
            format.number(size),
            percent === null || percent > 45 ? null : format.number(percent),
          )}{' '}
          {percent !== null && percent > 45 && words.tooFew}
        </p>
      )}
    </div>
  );
}
