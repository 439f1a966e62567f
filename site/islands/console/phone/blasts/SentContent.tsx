import { officeSide } from '../../../../../campaigns/language.ts';
import { legalWindow, narrow } from '../../../../../campaigns/messages/legal-hours.ts';
import { messageLanguages } from '../../../../../campaigns/messages/message-language.ts';
import type { CallScript } from '../../../../../campaigns/messages/messages.ts';
import { toDay } from '../../../../../campaigns/tracker/clock.ts';
import type { BlastDetail } from '../../../../../messaging/contract/phone/blasts.ts';
import type { TextsAnswer } from '../../../../../messaging/contract/phone/templates.ts';
import { formatDay, formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { formatMoment } from '../../ui/format-moment.ts';
import { useLoad } from '../../ui/use-service.ts';
import { PhonePreview } from '../PhonePreview.tsx';
import { AudienceShares } from './AudienceShares.tsx';
import { Findings } from './Findings.tsx';
import { formatHour } from './hours.ts';
import { describeLeftOut } from './left-out.ts';
import { countAgeDays } from './list-age.ts';
import { PromptRecordings, useTakes } from './PromptRecordings.tsx';
import { useBlastWords } from './use-blast-words.ts';

/** Letter for letter what is sent, to how many, when, from where, and for how much. */
export function SentContent({ detail }: { detail: BlastDetail }) {
  const words = useBlastWords();
  const { blast } = detail;
  return (
    <section aria-labelledby="content">
      <h3 id="content">{words.content.title}</h3>
      <div className="blast-content">
        <div className="previews">
          {blast.channel === 'sms' ? <Bodies detail={detail} /> : <Calls />}
        </div>
        <div>
          <Terms detail={detail} />
          <AudienceShares blast={blast} />
        </div>
      </div>
    </section>
  );
}

function Bodies({ detail: { blast } }: { detail: BlastDetail }) {
  const { language } = useConsole();
  const words = useBlastWords();
  return messageLanguages.map((name) => {
    const text = blast.texts[name];
    if (text === undefined) return null;
    return (
      <div key={name}>
        <p className="detail">
          {words.languages[name]} · {words.text.segments(text.segments)} ·{' '}
          {words.text.each(formatRupees(text.segments * blast.paisePerSegment, language))}
        </p>
        <PhonePreview kind="sms" language={name} header={text.header} body={text.body} />
        {blast.shortCode === null && <p className="detail">{words.text.sampleLink}</p>}
      </div>
    );
  });
}

function Calls() {
  const { state } = useLoad('GET /api/templates');
  if (state.kind !== 'loaded') return null;
  return <CallPreviews call={state.value.call} findings={state.value.callFindings} />;
}

interface CallPreviewsProps {
  call: Record<'hi' | 'en', CallScript>;
  findings: TextsAnswer['callFindings'];
}

/** The words of a call until a key is pressed, in both languages, and all of its prompts to be heard. */
export function CallPreviews({ call, findings }: CallPreviewsProps) {
  const { campaign, language } = useConsole();
  const words = useBlastWords();
  const takes = useTakes();
  return messageLanguages.map((name) => (
    <div key={name}>
      <p className="detail">{words.languages[name]}</p>
      <PhonePreview
        kind="call"
        language={name}
        header={campaign.force[officeSide(language, campaign.own)]}
        body={`${call[name].greeting.text} ${call[name].menu.text}`}
      />
      {takes !== null && <PromptRecordings call={call[name]} spoken={name} scripts={takes} />}
      {findings[name].length > 0 && <Findings findings={findings[name]} />}
    </div>
  ));
}

function Terms({ detail }: { detail: BlastDetail }) {
  const { language } = useConsole();
  const words = useBlastWords();
  const { blast, estimate, counting, audienceName, audience } = detail;
  const hours = narrow(legalWindow(blast.category, blast.channel), blast.window);
  const texts = Object.values(blast.texts);
  const ids = texts.map(({ templateId }) => templateId).filter((id) => id !== null);
  const isSms = blast.channel === 'sms';
  const rupees = (paise: number) => formatRupees(paise, language);
  const facts: Fact[] = [
    counting && [words.content.recipients, words.content.counting],
    estimate && [words.content.recipients, formatNumber(estimate.recipients, language)],
    estimate && [words.content.estimate, rupees(estimate.paise)],
    [
      words.content.ceiling,
      blast.budgetPaise === null ? words.content.noCeiling : rupees(blast.budgetPaise),
    ],
    [
      words.content.start,
      blast.startsAt === null ? words.content.atOnce : formatMoment(blast.startsAt, language),
    ],
    [
      words.content.hours,
      hours === null
        ? words.content.noHours
        : words.content.span(formatHour(hours.fromMinute), formatHour(hours.toMinute)),
    ],
    [
      words.content.canary,
      blast.policy.canarySize === 0
        ? words.content.noCanary
        : words.content.canaryOf(formatNumber(blast.policy.canarySize, language)),
    ],
    [words.content.gateway, words.gateways[blast.gateway] ?? blast.gateway],
    isSms && [words.content.header, texts[0]?.header ?? ''],
    isSms && [
      words.content.template,
      ids.length === 0 ? words.content.unregistered : ids.join(', '),
    ],
    [words.content.category, words.categories[blast.category]],
    ...describeLeftOut(detail, { words, language }),
    !!audienceName && [words.content.audience, audienceName],
    audience && [words.audience.basis, words.audience.bases[audience.consentBasis]],
    audience && [words.audience.source, audience.source],
    audience && [
      words.content.age,
      words.content.ageOf(
        countAgeDays(audience.createdAt, Date.now()),
        formatDay(toDay(new Date(audience.createdAt)), language),
      ),
    ],
    audience && [words.audience.until, formatDay(audience.retainUntil, language)],
  ];
  return <Facts className="facts" facts={facts} />;
}
