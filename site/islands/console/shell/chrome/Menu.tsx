import { useId } from 'react';
import type { Me } from '../../../../../messaging/contract/people/accounts.ts';
import { localPath } from '../../../../i18n/language.ts';
import { Badge, type Badges } from '../../ui/Badge.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { makeMenu, type View, viewEntry, viewPath } from '../../ui/views.ts';
import { Icon } from './Icon.tsx';

/** Every view of the role in its group, and a link to the public pages. */
export function Menu({ me, view, badges }: { me: Me; view: View; badges: Badges }) {
  const { language, words } = useConsole();
  const id = useId();
  const { page } = viewEntry(view);
  return (
    <nav className="menu" aria-label={words.menu}>
      {makeMenu(me).map(({ group, views }) => (
        <div key={group}>
          <p id={`${id}-${group}`}>{words.chrome.groups[group]}</p>
          <ul className="plain" aria-labelledby={`${id}-${group}`}>
            {views.map((name) => (
              <li key={name}>
                <a
                  href={localPath(language, viewPath(name))}
                  aria-current={name === view ? 'page' : undefined}
                >
                  <Icon name={viewEntry(name).icon} />
                  <span>{words.menuNames[name]}</span>
                  <Badge count={badges[name]} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <ul className="plain away">
        {me.role === 'admin' && (
          <li>
            <a href={localPath(language, '/help/operate/')}>
              <Icon name="arrow-square-out" />
              <span>{words.chrome.handbook}</span>
            </a>
          </li>
        )}
        {page !== undefined && (
          <li>
            <a href={localPath(language, page)}>
              <Icon name="arrow-square-out" />
              <span>{words.chrome.publicPage}</span>
            </a>
          </li>
        )}
        <li>
          <a href={localPath(language, '/')}>
            <Icon name="arrow-square-out" />
            <span>{words.chrome.site}</span>
          </a>
        </li>
      </ul>
    </nav>
  );
}
