import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole, useMe } from '../ui/console-context.ts';
import { viewPath } from '../ui/views.ts';
import { InviteDistricts } from './InviteDistricts.tsx';
import { LetterList } from './LetterList.tsx';
import { MailingPanel } from './MailingPanel.tsx';
import { mailWordsIn } from './mail-words.ts';

/** Letters by e-mail: to all districts at once, invitations, and the state of each letter. */
export function MailView() {
  const { language } = useConsole();
  const { role } = useMe();
  const words = mailWordsIn(language);
  return (
    <>
      {rolesFor('mail.send').includes(role) && (
        <section aria-labelledby="mailings">
          <h2 id="mailings">{words.mailings}</h2>
          <div className="mailings">
            <MailingPanel kind="kit" />
            {rolesFor('station.read').includes(role) ? (
              <p>
                <a href={`${localPath(language, viewPath('boards'))}?write=reminder`}>
                  {words.toReminder}
                </a>
              </p>
            ) : (
              <MailingPanel kind="reminder" />
            )}
          </div>
        </section>
      )}
      {rolesFor('person.invite').includes(role) && <InviteDistricts />}
      <LetterList />
    </>
  );
}
