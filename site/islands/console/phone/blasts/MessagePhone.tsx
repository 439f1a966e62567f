import { useState } from 'react';
import { listPrompts, promptId } from '../../../../../campaigns/channels/radio/script.ts';
import { parsePlace } from '../../../../../campaigns/messages/merge-fields.ts';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../campaigns/messages/message-language.ts';
import type { CallScript, MessageCategory } from '../../../../../campaigns/messages/messages.ts';
import {
  findCards,
  type Headed,
  pictureFor,
} from '../../../../../campaigns/messages/station-cards.ts';
import { promptTitle } from '../../../../../campaigns/words/take-words.ts';
import type {
  Finding,
  TextCard,
  TextsAnswer,
} from '../../../../../messaging/phone/blasts/template-routes.ts';
import type { TakeScriptView } from '../../../../../messaging/phone/takes/takes-schemas.ts';
import { wordsSide } from '../../../../i18n/own-language.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { Facts, List } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { Findings, PhonePreview, useMeasure } from '../texts/PhonePreview.tsx';
import { useCheck } from '../texts/use-check.ts';
import { whatsappWordsIn } from '../whatsapp-words.ts';
import { blastWordsIn } from './blast-words.ts';

import { draftWordsIn } from './draft/draft-words.ts';

interface MessagePhoneProps {
  text: {
    language: MessageLanguage;
    category: MessageCategory;
    header: string;
    body: string;
    /** Null while it is not registered. */
    templateId: string | null;
  };
  paisePerSegment: number | undefined;
  /** The blast's; null until it is approved or tested. */
  shortCode: string | null;
  /** Of the registered text; those of what is filled in come to them. Absent where they are not wanted. */
  findings?: readonly Finding[];
}

/** A text as a phone shows it: how long it is, in how many parts, for how much, and whether it is registered. */
export function MessagePhone({ text, paisePerSegment, shortCode, findings }: MessagePhoneProps) {
  const { language, words, format } = useConsole(blastWordsIn);
  const draftWords = draftWordsIn(language);
  const { checked } = useCheck({ ...text, text: text.body });
  const measured = useMeasure();
  // What is typed into a variable may promote, where the registered text does not.
  const known = new Set(findings?.map(({ message }) => message.en));
  const ofValues = (checked?.findings ?? []).filter(
    ({ rule, message }) =>
      (rule === 'promotional-wording' || rule.startsWith('link-')) && !known.has(message.en),
  );
  return (
    <div className="message-phone">
      <PhonePreview kind="sms" language={text.language} header={text.header} body={text.body} />
      <Facts
        className="facts"
        facts={[
          ...measured(checked),
          paisePerSegment !== undefined && [
            draftWords.text.price,
            checked === null ? '…' : format.rupees(checked.measure.segments * paisePerSegment),
          ],
          [words.content.template, text.templateId ?? words.content.unregistered],
        ]}
      />
      {shortCode === null && <p className="detail">{draftWords.text.sampleLink}</p>}
      {findings !== undefined && <Findings findings={[...findings, ...ofValues]} />}
    </div>
  );
}

interface CallPreviewsProps {
  call: Record<'hi' | 'en', CallScript>;
  findings: TextsAnswer['callFindings'];
}

/** The words of a call until a key is pressed, in both languages, and all of its prompts to be heard. */
export function CallPreviews({ call, findings }: CallPreviewsProps) {
  const { campaign, language, words } = useConsole(blastWordsIn);
  const takes = useTakes();
  return messageLanguages.map((name) => (
    <div key={name}>
      <p className="detail">{words.languages[name]}</p>
      <PhonePreview
        kind="call"
        language={name}
        header={campaign.force[wordsSide(language)]}
        body={`${call[name].greeting.text} ${call[name].menu.text}`}
      />
      {takes !== null && <PromptRecordings call={call[name]} spoken={name} scripts={takes} />}
      {findings[name].length > 0 && <Findings findings={findings[name]} />}
    </div>
  ));
}

interface PromptRecordingsProps {
  call: CallScript;
  spoken: MessageLanguage;
  scripts: readonly TakeScriptView[];
}

/** Recordings to hear; null until they are read, and for officers who hear none, as a district. */
function useTakes(): readonly TakeScriptView[] | null {
  const may = useMay();
  const { state } = useLoad(may('take.read') ? 'GET /api/takes' : null);
  return state.kind === 'loaded' ? state.value : null;
}

/** A call prompt by prompt: the recording, or the text that a machine speaks in its place. */
function PromptRecordings({ call, spoken, scripts }: PromptRecordingsProps) {
  const { language } = useConsole();
  const words = useConsole(blastWordsIn).words.recordings;
  const takes = listPrompts(call).map(([name, { text }]) => ({
    name,
    text,
    take: scripts.find(({ id }) => id === promptId(spoken, name))?.current ?? null,
  }));
  const recorded = takes.filter(({ take }) => take !== null).length;
  return (
    <details className="recordings" open={recorded > 0}>
      <summary>
        {words.title}: {words.of(recorded, takes.length)}
      </summary>
      <List of={takes} className="prompt-list" keyOf={({ name }) => name}>
        {({ name, text, take }) => (
          <>
            <p className="detail">
              {promptTitle(name)[language]}
              {take === null && ` · ${words.machine}`}
            </p>
            {take === null ? (
              <p lang={spoken}>{text}</p>
            ) : (
              // biome-ignore lint/a11y/useMediaCaption: the prompt's own text is its words
              <audio
                controls
                preload="none"
                src={makeAddress('GET /api/takes/:id/:format', {
                  params: { id: take.id, format: 'mp3' },
                })}
                aria-label={`${words.title}: ${promptTitle(name)[language]}`}
              />
            )}
          </>
        )}
      </List>
    </details>
  );
}

interface WhatsappPhoneProps {
  text: {
    language: MessageLanguage;
    header: string;
    body: string;
    templateId: string | null;
    card: TextCard & Headed;
  };
  paise: number | undefined;
  /** Whether WhatsApp has approved the template; absent where that is not asked. */
  state?: string;
}

/** A WhatsApp message as a phone shows it, with its price and its template. */
export function WhatsappPhone({ text, paise, state }: WhatsappPhoneProps) {
  const { words, format } = useConsole(whatsappWordsIn);
  return (
    <div className="message-phone">
      <WhatsappPreview {...text} />
      <Facts
        className="facts"
        facts={[
          paise !== undefined && [words.price, format.rupees(paise)],
          [words.template, [text.templateId, state].filter(Boolean).join(': ')],
        ]}
      />
    </div>
  );
}

interface WhatsappPreviewProps {
  /** The sender's name. */
  header: string;
  body: string;
  language: 'hi' | 'en';
  card: TextCard & Headed;
}

/** A WhatsApp message as it will arrive: its picture, its text, and its buttons, which lead nowhere from here. */
export function WhatsappPreview({ header, body, language, card }: WhatsappPreviewProps) {
  const console = useConsole();
  const words = whatsappWordsIn(console.language);
  const { footer, buttons } = card;
  // One for all.
  const place = parsePlace(findCards([{ card }])?.stations[0] ?? '');
  const picture = pictureFor(card, place);
  return (
    <figure className="phone-preview whatsapp">
      <figcaption>
        <span className="initial" aria-hidden="true" lang={language}>
          {header.slice(0, 1)}
        </span>
        <span lang={language}>{header}</span>
      </figcaption>
      <div className="bubble" lang={language}>
        {picture !== null && <Picture key={picture} source={picture} missing={words.noPicture} />}
        <p className="line">{body}</p>
        {footer !== null && <p className="line detail">{footer}</p>}
        <ul className="plain">
          {buttons.map(({ kind, label }) => (
            <li key={label} data-kind={kind}>
              {kind === 'app' ? '↗' : '↩'} {label}
            </li>
          ))}
        </ul>
      </div>
    </figure>
  );
}

/** The kit may still be making it; then its place says so. */
function Picture({ source, missing }: { source: string; missing: string }) {
  const [isMissing, setMissing] = useState(false);
  if (isMissing) return <p className="picture">{missing}</p>;
  // From this service, under whatever name it is open here.
  const path = source.slice(source.indexOf('/files/'));
  return <img src={path} alt="" onError={() => setMissing(true)} />;
}
