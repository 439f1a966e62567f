import type { Me } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import { localPath } from '../../../../i18n/language.ts';
import { Badge, type Badges, sumBadges } from '../../ui/Badge.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { List } from '../../ui/parts.tsx';
import { useModal } from '../../ui/use-modal.ts';
import { type MenuEntry, makeMenu, sectionIcons, type View, viewPath } from '../../ui/views.ts';
import { Icon } from './Icon.tsx';

/** The sections of the role. */
export function Menu({ me, view, badges }: { me: Me; view: View; badges: Badges }) {
  const { words } = useConsole();
  return (
    <nav className="menu" aria-label={words.menu}>
      <List of={makeMenu(me)} keyOf={(entry) => entry.section}>
        {(entry) => <SectionLink entry={entry} view={view} badges={badges} />}
      </List>
    </nav>
  );
}

interface SectionLinkProps {
  entry: MenuEntry;
  view: View;
  badges: Badges;
}

/** Opens a section at its first view. */
export function SectionLink({ entry: { section, views }, view, badges }: SectionLinkProps) {
  const { language, words } = useConsole();
  return (
    <a
      href={localPath(language, viewPath(views[0]))}
      aria-current={views.includes(view) ? 'page' : undefined}
    >
      <span className="section-icon">
        <Icon name={sectionIcons[section]} />
        <Badge count={sumBadges(badges, views)} />
      </span>
      <span>{words.chrome.sections[section]}</span>
    </a>
  );
}

/** The views of the section that is open; nothing where it has but one. */
export function SectionViews({ me, view, badges }: { me: Me; view: View; badges: Badges }) {
  const { language, words } = useConsole();
  const entry = makeMenu(me).find(({ views }) => views.includes(view));
  if (entry === undefined || entry.views.length === 1) return null;
  return (
    <nav className="section-views" aria-label={words.chrome.pages}>
      <List of={entry.views} keyOf={(name) => name}>
        {(name) => (
          <a
            href={localPath(language, viewPath(name))}
            aria-current={name === view ? 'page' : undefined}
          >
            {words.menuNames[name]} <Badge count={badges[name]} />
          </a>
        )}
      </List>
    </nav>
  );
}

interface MenuSheetProps {
  me: Me;
  view: View;
  badges: Badges;
  onClose: () => void;
}

/** The whole menu over the page, where there is no room for it beside; the browser keeps the focus in it. */
export function MenuSheet({ me, view, badges, onClose }: MenuSheetProps) {
  const { words } = useConsole();
  const sheet = useModal();
  return (
    <dialog ref={sheet} className="sheet" aria-label={words.menu} onClose={onClose}>
      <div className="sheet-body">
        <div className="sheet-head on-navy">
          <span>{words.name}</span>
          <button
            type="button"
            className="sheet-close"
            aria-label={words.chrome.close}
            onClick={() => sheet.current?.close()}
          >
            <Icon name="x" />
          </button>
        </div>
        <Menu me={me} view={view} badges={badges} />
      </div>
    </dialog>
  );
}
