import { useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { installKeys } from '../../../../../messaging/scanning/installs/install-keys-feature.ts';
import { localPath } from '../../../../i18n/language.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Held } from '../../ui/Effect.tsx';
import { FeatureEntries } from '../../ui/feature/FeatureView.tsx';
import { FieldControl } from '../../ui/feature/FieldControl.tsx';
import { useEntries, useSay } from '../../ui/feature/use-feature.ts';
import { readText } from '../../ui/form-text.ts';
import { CopyButton, Field, Outcome } from '../../ui/parts.tsx';

const installWordsIn = inEachLanguage({
  lead: [
    'इन कुंजियों से ऐप की टीम बताती है कि इंस्टॉल किस कोड से हुआ। जब तक पहली सूचना न आए, सभी पन्ने “स्कैन, इंस्टॉल नहीं” लिखते हैं। नई कुंजी तभी गिनती है जब मुख्यालय के अधिकारी उसे और उसकी सीमा को स्वीकार करें।',
    'By these keys the app’s team reports which code an install came from. Until the first report all pages say “scans, not installs”. A new key counts once an officer of headquarters accepts it and its limit.',
  ],
  page: ['टीम के लिए विवरण', 'Description for the team'],
  make: ['नई कुंजी बनाएँ', 'Make a key'],
  secret: ['कुंजी का रहस्य', 'Secret of the key'],
  once: [
    'यह रहस्य केवल अभी दिखेगा और कहीं नहीं रखा जाता। इसे ऐप टीम को सुरक्षित ढंग से दें, ई-मेल या समूह में नहीं।',
    'This secret is shown now only and is kept nowhere. Hand it to the app’s team safely, not by e-mail or in a group.',
  ],
  copy: ['रहस्य कॉपी करें', 'Copy the secret'],
  copied: ['कॉपी हुआ', 'Copied'],
  counted: (all: string, today: string, limit: string) => [
    `कुल ${all} इंस्टॉल; आज ${today}, सीमा ${limit}`,
    `${all} installs in all; ${today} today, limit ${limit}`,
  ],
  ended: [
    'निरस्त कुंजी से आगे कोई इंस्टॉल नहीं गिना जाएगा।',
    'No further install will be counted by a revoked key.',
  ],
  revoked: (by: string, at: string) => [`निरस्त: ${by}, ${at}`, `Revoked: ${by}, ${at}`],
});

const { fields } = installKeys;

/** The administrator's keys by which the app's team reports installs. */
export function InstallsView() {
  const { language, words } = useConsole(installWordsIn);
  const { state, reload } = useEntries(installKeys);
  return (
    <>
      <p>
        {words.lead} <a href={localPath(language, '/developers/install-referrer/')}>{words.page}</a>
      </p>
      <NewKey />
      <p className="detail">{words.ended}</p>
      <FeatureEntries
        of={installKeys}
        state={state}
        reload={reload}
        offers={({ revokedAt, installs }, act) =>
          act === 'revoke' || revokedAt === null || installs > 0
        }
        row={({ key, madeBy, revokedBy, revokedAt }, text) => (
          <>
            <p>
              <strong>
                <code>{key}</code>
              </strong>{' '}
              · {text.place}
            </p>
            <p>{words.counted(text.installs, text.today, text.dailyLimit)}</p>
            <p className="detail">{`${madeBy}, ${text.madeAt}`}</p>
            {revokedAt !== null && (
              <p className="detail">{words.revoked(revokedBy ?? '', text.revokedAt)}</p>
            )}
          </>
        )}
      />
    </>
  );
}

function NewKey() {
  const { service, words } = useConsole(installWordsIn);
  const [made, setMade] = useState<Answer<'POST /api/install-keys'> | null>(null);
  const make = async (form: FormData) => {
    const place = readText(form, 'place') === 'app' ? 'app' : 'server';
    const dailyLimit = Number(readText(form, 'dailyLimit'));
    setMade(await service.ask('POST /api/install-keys', { body: { place, dailyLimit } }));
  };
  return (
    <>
      {made !== null && <NewSecret key={made.key} id={made.key} secret={made.secret} />}
      <Held answer={made} />
      <AskForm button={words.make} send={make}>
        <FieldControl name="place" field={fields.place} value="server" />
        <FieldControl name="dailyLimit" field={fields.dailyLimit} value={20_000} />
      </AskForm>
    </>
  );
}

/** A secret, shown this once. */
function NewSecret({ id, secret }: { id: string; secret: string }) {
  const { words } = useConsole(installWordsIn);
  const say = useSay();
  return (
    <Outcome tone="good">
      <p>
        {say(fields.key.label)}: <code>{id}</code>
      </p>
      <Field label={words.secret} hint={words.once}>
        {(ids) => (
          <input
            {...ids}
            readOnly
            value={secret}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
      <CopyButton text={secret} label={words.copy} done={words.copied} />
    </Outcome>
  );
}
