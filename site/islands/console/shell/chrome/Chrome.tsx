import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Me } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import { localPath } from '../../../../i18n/language.ts';
import { Badge, type Badges, sumBadges } from '../../ui/Badge.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { makeMenu, type View } from '../../ui/views.ts';
import { FindBox } from '../find/FindBox.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { Icon } from './Icon.tsx';
import { Menu, MenuSheet, SectionLink } from './Menu.tsx';

/**
 * Frame of the console around a view for an officer who is signed in: search and account in the bar, the sections
 * next to it on a desk and below the thumb on a phone. The places for them are in `layouts/Console.astro`.
 */
export function Chrome({ me, view, badges }: { me: Me; view: View; badges: Badges }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Into place="bar-find">
        <FindBox />
      </Into>
      <Into place="bar-help">
        <HelpLink me={me} view={view} />
      </Into>
      <Into place="bar-account">
        <AccountMenu me={me} view={view} />
      </Into>
      <Into place="side">
        <Menu me={me} view={view} badges={badges} />
      </Into>
      <Into place="tabs">
        <Tabs me={me} view={view} badges={badges} onMore={() => setOpen(true)} />
        {open && <MenuSheet me={me} view={view} badges={badges} onClose={() => setOpen(false)} />}
      </Into>
    </>
  );
}

/** The page of the manual for the officer's role, at the tasks of this view; a range reads with the zones. */
function HelpLink({ me, view }: { me: Me; view: View }) {
  const { language, words } = useConsole();
  const page = me.role === 'range' ? 'zone' : me.role;
  return (
    <a href={`${localPath(language, `/help/${page}/`)}#${view}`} aria-label={words.chrome.help}>
      ?
    </a>
  );
}

/** As many as are beside each other with their words on 320 px. */
const mostTabs = 5;

interface TabsProps {
  me: Me;
  view: View;
  badges: Badges;
  onMore: () => void;
}

/** Sections below the thumb; where there are more of them, the others open as a sheet. */
function Tabs({ me, view, badges, onMore }: TabsProps) {
  const { words } = useConsole();
  const menu = makeMenu(me);
  const shown = menu.length > mostTabs ? menu.slice(0, mostTabs - 1) : menu;
  const rest = menu.slice(shown.length).flatMap(({ views }) => views);
  return (
    <nav aria-label={words.chrome.tabs}>
      <ul className="plain">
        {shown.map((entry) => (
          <li key={entry.section}>
            <SectionLink entry={entry} view={view} badges={badges} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <button
              type="button"
              aria-haspopup="dialog"
              data-current={rest.includes(view) || undefined}
              onClick={onMore}
            >
              <span className="section-icon">
                <Icon name="dots-three-outline" />
                <Badge count={sumBadges(badges, rest)} />
              </span>
              <span>{words.chrome.more}</span>
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** Draws into a place of the page outside the view; empty again when the officer has signed out. */
function Into({ place, children }: { place: string; children: React.ReactNode }) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => setElement(document.getElementById(place)), [place]);
  return element === null ? null : createPortal(children, element);
}
