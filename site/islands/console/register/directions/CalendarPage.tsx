import { useState } from 'react';
import type { DirectionCalendar } from '../../../../../messaging/register/calendars/routes.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { AskBehind, AskButton, useAsk } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Detail, Strong } from '../../ui/lines.tsx';
import { Await, CopyButton, Field, List, Outcome, Section } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';

const calendarWordsIn = inEachLanguage({
  title: ['कार्यालय का कैलेंडर', 'Calendar of the office'],
  text: [
    'आपके कार्यालय को जो देना है, वह कैलेंडर में अपने-आप आता है; तीन दिन पहले स्मरण।',
    'What your office owes comes by itself into the calendar of phones and computers, with a reminder three days before.',
  ],
  holds: [
    'केवल वे निर्देश जिनकी तिथि पत्र में है या बैठक से गिनी जाती है; दर्ज घटनाओं की ट्रेनिंग भी। कैलेंडर कार्यालय का है: अधिकारी के बदलने पर भी चलता रहता है।',
    'Only directions whose day a paper states or that is counted from the day of the meeting, and the training for events that are entered. The calendar belongs to the office and goes on when its officer changes.',
  ],
  none: ['आपके कार्यालय का कोई कैलेंडर पता चालू नहीं है।', 'No calendar address of your office is in use.'],
  noneAtAll: [
    'किसी कार्यालय का कैलेंडर पता चालू नहीं है।',
    'No calendar address of any office is in use.',
  ],
  make: ['कैलेंडर पता बनाएँ', 'Make a calendar address'],
  made: (name: string, at: string) => [`${name} ने बनाया, ${at}`, `made by ${name}, ${at}`],
  used: (day: string) => [`अंतिम बार पढ़ा गया: ${day}`, `last read on ${day}`],
  unused: ['अभी किसी कैलेंडर ने नहीं पढ़ा', 'read by no calendar yet'],
  renew: ['नया पता बनाएँ', 'Make a new address'],
  revoke: ['पता बंद करें', 'End the address'],
  sureRenew: [
    'पुराना पता तुरंत बंद हो जाएगा; जिन फ़ोन और कंप्यूटर में वह जुड़ा है, वहाँ नया पता जोड़ना होगा।',
    'The old address ends at once; phones and computers that have it need the new one.',
  ],
  sureRevoke: [
    'जिन फ़ोन और कंप्यूटर में यह पता जुड़ा है, वहाँ कैलेंडर नया नहीं होगा।',
    'Phones and computers that have this address will no longer be kept up to date.',
  ],
  link: ['कैलेंडर का पता', 'Address of the calendar'],
  once: [
    'यह पता केवल अभी दिखेगा। जिसके पास पता है, वह कैलेंडर पढ़ सकता है; केवल अपने कार्यालय में दें।',
    'The address is shown only now. Whoever has it can read the calendar: keep it in your office.',
  ],
  add: ['कैलेंडर में जोड़ें', 'Add to a calendar'],
  copy: ['पता कॉपी करें', 'Copy the address'],
  copied: ['कॉपी हुआ', 'Copied'],
  how: [
    'Google Calendar: कंप्यूटर पर “अन्य कैलेंडर” में “URL से” चुनकर पता चिपकाएँ। iPhone और Outlook: ऊपर का बटन।',
    'Google Calendar: on a computer choose “From URL” under “Other calendars” and paste the address. iPhone and Outlook: the button above.',
  ],
  all: ['कार्यालयों के कैलेंडर पते', 'Calendar addresses of offices'],
  allText: [
    'निर्देशों के कैलेंडर, जो बिना लॉग-इन पढ़े जाते हैं। जिस पते के बाहर जाने की आशंका हो, उसे बंद करें।',
    'Calendars of directions, which are read without signing in. End an address that may have got out.',
  ],
});

/** The address of the office's calendar, which the officer makes, renews and ends. */
export function CalendarPage() {
  const { language, service, words } = useConsole(calendarWordsIn);
  const { state, reload } = useLoad('GET /api/directions/calendars');
  const [made, setMade] = useState<string | null>(null);
  const make = async () => {
    const { url } = await service.ask('POST /api/directions/calendars', {});
    setMade(language === 'hi' ? url : `${url}?lang=en`);
    await reload();
  };
  return (
    <Section id="calendar" title={words.title} className="narrow">
      <p>{words.text}</p>
      <p className="detail">{words.holds}</p>
      {made !== null && <NewAddress key={made} url={made} />}
      <Await state={state} retry={reload}>
        {([calendar]) =>
          calendar === undefined ? (
            <>
              <p role="status">{words.none}</p>
              <AskButton button={words.make} look="button" send={make} />
            </>
          ) : (
            <CalendarRow
              calendar={calendar}
              onRenew={make}
              onRevoked={() => {
                setMade(null);
                void reload();
              }}
            />
          )
        }
      </Await>
    </Section>
  );
}

/** A new address, shown this once. */
function NewAddress({ url }: { url: string }) {
  const { words } = useConsole(calendarWordsIn);
  return (
    <Outcome tone="good">
      <Field label={words.link} hint={words.once}>
        {(ids) => (
          <input {...ids} readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
        )}
      </Field>
      <div className="row">
        <CopyButton text={url} label={words.copy} done={words.copied} loud />
        <a className="button quiet" href={url.replace(/^https?:/, 'webcal:')}>
          {words.add}
        </a>
      </div>
      <p className="detail">{words.how}</p>
    </Outcome>
  );
}

/** The calendar addresses of all offices, for the administrator to end one; a campaign without a register has none. */
export function OfficeCalendars() {
  const { words } = useConsole(calendarWordsIn);
  const { state, reload } = useLoad('GET /api/directions/calendars');
  if (state.kind !== 'loaded') return null;
  return (
    <Section id="calendars" title={words.all}>
      <p className="detail">{words.allText}</p>
      <List of={state.value} className="activities" none={words.noneAtAll}>
        {(calendar) => <CalendarRow calendar={calendar} onRevoked={reload} />}
      </List>
    </Section>
  );
}

/** An office's calendar that is in use, and how it ends. */
function CalendarRow({
  calendar: { id, name, madeBy, madeAt, lastUsedOn },
  onRenew,
  onRevoked,
}: {
  calendar: DirectionCalendar;
  /** Missing where the officer may only end it. */
  onRenew?: () => Promise<void>;
  onRevoked: () => void;
}) {
  const { language, words, format } = useConsole(calendarWordsIn);
  const ask = useAsk(onRevoked);
  return (
    <>
      <Strong>{name[language]}</Strong>
      <Detail
        of={[
          words.made(madeBy, format.moment(madeAt)),
          lastUsedOn === null ? words.unused : words.used(format.day(lastUsedOn)),
        ]}
      />
      <div className="row">
        {onRenew !== undefined && (
          <AskBehind button={words.renew} send={onRenew}>
            <p>{words.sureRenew}</p>
          </AskBehind>
        )}
        <AskBehind
          button={words.revoke}
          label={onRenew === undefined ? `${words.revoke} ${name[language]}` : undefined}
          send={ask('POST /api/directions/calendars/:id/revoke', { params: { id } })}
        >
          <p>{words.sureRevoke}</p>
        </AskBehind>
      </div>
    </>
  );
}
