import type { AccountNotice } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import { AskButton, useAsk } from '../../ui/AskForm.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Detail, Strong } from '../../ui/lines.tsx';
import { FoldedNotice, List, Section } from '../../ui/parts.tsx';
import { accountWordsIn } from './account-words.ts';

/** Tells on every page, until it is noted, what others did to the officer's account. */
export function UnseenNotices({ onSeen }: { onSeen: () => void }) {
  const { words } = useConsole();
  const ask = useAsk(onSeen);
  const unseen = useMe().notices.filter(({ seen }) => !seen);
  const [latest] = unseen;
  if (latest === undefined) return null;
  return (
    <FoldedNotice title={words.account.told} count={unseen.length}>
      <NoticeList notices={unseen} />
      <p>{words.account.toldWhat}</p>
      <AskButton
        button={words.account.noted}
        look="button"
        send={ask('POST /api/me/notices/seen', { body: { untilId: latest.id } })}
      />
    </FoldedNotice>
  );
}

/** All such notices, on the page of the account. */
export function AccountNotices() {
  const { words } = useConsole();
  const { notices } = useMe();
  return (
    <Section id="by-others" title={words.account.byOthers}>
      <NoticeList notices={notices} />
    </Section>
  );
}

function NoticeList({ notices }: { notices: readonly AccountNotice[] }) {
  const { language, words, format } = useConsole();
  const { actions } = accountWordsIn(language);
  return (
    <List of={notices} className="activities" none={words.account.nothingByOthers}>
      {({ at, by, action }) => (
        <>
          <Strong>{actions[action] ?? action}</Strong>
          <Detail of={[by, format.moment(at)]} />
        </>
      )}
    </List>
  );
}
