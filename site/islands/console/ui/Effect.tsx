import { useState } from 'react';
import { type Effect, type Shown, wantsReason } from '../../../../campaigns/held-acts/effect.ts';
import { isDay } from '../../../../campaigns/tracker/clock.ts';
import { inEachLanguage } from '../../../i18n/own-language.ts';
import { useConsole } from './console-context.ts';
import { Button, ErrorNotice, Outcome, TextField } from './parts.tsx';
import type { ServiceError } from './service.ts';
import { useAction } from './use-service.ts';

/** Figures and words that an act changes, before and after, and why one officer alone does not do it. */
export function EffectTable({ effect: { changes, findings } }: { effect: Effect }) {
  const { language, words, format } = useConsole(heldWordsIn);
  const say = (value: Shown) => {
    if (value === null) return words.nothing;
    if (typeof value === 'number') return format.number(Math.round(value));
    if (typeof value !== 'string') return value[language];
    return isDay(value) ? format.day(value) : value;
  };
  // A sentence begins at the left as one reads it; a few words stand below their head, as figures do.
  const look = (value: Shown) => (say(value).length > longestShort ? 'words' : '');
  return (
    <>
      {changes.length > 0 && (
        <table className="figures-table effect">
          <caption>{words.effect}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ what, before, after }) => (
              <tr key={what.en}>
                <th scope="row">{what[language]}</th>
                <td className={look(after ?? before)}>{say(before)}</td>
                <td
                  className={`${look(after ?? before)}${say(before) === say(after) ? '' : ' changed'}`}
                >
                  {say(after)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changes.map(({ what, sound }) =>
        sound === undefined ? null : <Sound key={sound} url={sound} label={what[language]} />,
      )}
      {findings.length > 0 && (
        <ul className="plain warnings">
          {findings.map((finding) => (
            <li key={`${finding.code} ${finding.found ?? ''} ${finding.en}`} className="warning">
              {finding.found && <mark lang="hi">{finding.found}</mark>} {finding[language]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const longestShort = 24;

/** A recording, with the text above it that it has to say. */
function Sound({ url, label }: { url: string; label: string }) {
  // biome-ignore lint/a11y/useMediaCaption: its text is above it
  return <audio className="sound" controls preload="none" src={url} aria-label={label} />;
}

/**
 * In a form whose act one officer alone does not do: what it would change, and a field for the reason where the form has none;
 * then that it waits, and the way back.
 */
export function Held({
  error = null,
  answer,
  hasReason = false,
}: {
  error?: ServiceError | null;
  answer?: unknown;
  hasReason?: boolean;
}) {
  if (error?.code === 'reason-wanted') {
    const effect = error.body['effect'] as Effect;
    return hasReason ? <EffectTable effect={effect} /> : <EffectWithReason effect={effect} />;
  }
  return isHeld(answer) ? <HeldAct key={answer.held.id} {...answer.held} /> : null;
}

export function EffectWithReason({ effect }: { effect: Effect }) {
  const { words } = useConsole(heldWordsIn);
  return (
    <>
      <EffectTable effect={effect} />
      {wantsReason(effect) && (
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          name="reason"
          maxLength={500}
          required
        />
      )}
    </>
  );
}

function HeldAct({ id, effect }: { id: number; effect: Effect }) {
  const { words } = useConsole(heldWordsIn);
  const [isBack, setBack] = useState(false);
  return (
    <Outcome tone="plain">
      <p>{isBack ? words.back(id) : words.sent(id)}</p>
      {!isBack && (
        <>
          <EffectTable effect={effect} />
          <TakeBack id={id} onDone={() => setBack(true)} />
        </>
      )}
    </Outcome>
  );
}

/** Takes an own act back that waits. */
export function TakeBack({
  id,
  isVouched = false,
  onDone,
}: {
  id: number;
  /** The officer vouches for what none made, and says why. */
  isVouched?: boolean;
  onDone: () => unknown;
}) {
  const { service, words } = useConsole(heldWordsIn);
  const { busy, error, run } = useAction();
  const [reason, setReason] = useState('');
  const withdraw = async () => {
    await service.ask('POST /api/held-acts/:id/withdraw', { params: { id }, body: { reason } });
    await onDone();
  };
  return (
    <>
      <ErrorNotice error={error} />
      {(isVouched || reason !== '' || error?.code === 'reason-wanted') && (
        <TextField
          label={words.reason}
          hint={words.vouchedHint}
          value={reason}
          maxLength={500}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          // It may stand in another form, which Enter would send once more.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      <Button look="link" disabled={busy} onClick={() => run(withdraw)}>
        {words.withdraw}
      </Button>
    </>
  );
}

/** Whether an answer is that an act waits. */
export function isHeld(answer: unknown): answer is { held: { id: number; effect: Effect } } {
  return typeof answer === 'object' && answer !== null && 'held' in answer;
}

export const heldWordsIn = inEachLanguage({
  effect: ['इससे क्या बदलेगा', 'What it would change'],
  before: ['अभी', 'Now'],
  after: ['इसके बाद', 'Then'],
  nothing: ['कुछ नहीं', 'nothing'],
  reason: ['कारण', 'Reason'],
  reasonHint: ['दूसरे अधिकारी इसे पढ़कर निर्णय लेंगे', 'The second officer reads it and decides'],
  sent: (id: number) => [
    `दूसरे अधिकारी को भेजा गया (क्रमांक ${id})। उनके निर्णय तक कुछ नहीं बदलेगा।`,
    `Sent to a second officer (number ${id}). Until that decision nothing changes.`,
  ],
  back: (id: number) => [
    `वापस लिया गया (क्रमांक ${id})। कुछ नहीं बदला।`,
    `Taken back (number ${id}). Nothing has changed.`,
  ],
  forSecond: ['दूसरे अधिकारी को भेजें', 'Send to a second officer'],
  lead: [
    'ये कार्य एक अधिकारी के करने से लागू नहीं होते। जिसने किया, वह स्वयं निर्णय नहीं लेता; वह इसे वापस ले सकता है। जो फ़ाइल इनबॉक्स फ़ोल्डर या सर्वर के कमांड से आई, उसे दो अधिकारी एक के बाद एक स्वीकार करते हैं।',
    'One officer alone does not do these. Whoever made one does not decide on it, and may take it back. A file from the inbox folder or a command on the server is accepted by two officers, one after the other.',
  ],
  none: ['कुछ भी प्रतीक्षा में नहीं है।', 'Nothing is waiting.'],
  inbox: ['इनबॉक्स फ़ोल्डर', 'inbox folder'],
  why: (reason: string) => [`कारण: ${reason}`, `Reason: ${reason}`],
  accept: ['स्वीकार करें', 'Accept'],
  refuse: ['अस्वीकार करें', 'Refuse'],
  withdraw: ['वापस लें', 'Take back'],
  remark: ['टिप्पणी', 'Remark'],
  remarkHint: ['अस्वीकार करने पर कारण आवश्यक है', 'A refusal needs a reason'],
  acceptHint: [
    'इसके साथ कोई कारण नहीं आया है: स्वीकार करने पर भी कारण आवश्यक है',
    'It came without a reason: accepting needs one, too',
  ],
  vouchedHint: [
    'इसे आपने स्वीकार किया है, अब दूसरे अधिकारी को करना है। वापस लेने पर कारण आवश्यक है।',
    'You accepted it, and another officer has to. Taking it back needs a reason.',
  ],
  hearHint: [
    'रिकॉर्डिंग पूरी सुनने के बाद ही स्वीकार कर सकते हैं',
    'It can be accepted once the recording was heard to its end',
  ],
  reasonMissing: ['कारण लिखें', 'Please say why'],
  states: {
    waiting: ['प्रतीक्षा में', 'Waiting'],
    accepted: ['स्वीकृत', 'Accepted'],
    refused: ['अस्वीकृत', 'Refused'],
    withdrawn: ['वापस लिया गया', 'Taken back'],
  },
});
