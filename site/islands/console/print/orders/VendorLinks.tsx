import { useState } from 'react';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { OneTimeLink } from '../../../../../messaging/people/accounts/people-schemas.ts';
import { AskButton, useAsk } from '../../ui/AskForm.tsx';
import { useConsole, useDistrictName, useMay } from '../../ui/console-context.ts';
import { LinkNotice } from '../../ui/LinkNotice.tsx';
import { Fold } from '../../ui/lines.tsx';
import { Await, List, Section } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { orderWordsIn } from './order-words.ts';

export const useVendorLinks = (district: string) =>
  useLoad('GET /api/vendor-links', { query: { district } });

interface LinksProps {
  district: string;
  order: number | null;
  links: ReturnType<typeof useVendorLinks>;
  /** Without one a link shows its printer nothing. */
  hasOrders: boolean;
}

/** Links for printers: of one order, or of the whole district. */
export function VendorLinks({ district, order, links: { state, reload }, hasOrders }: LinksProps) {
  const { service, words } = useConsole(orderWordsIn);
  const may = useMay();
  const [made, setMade] = useState<OneTimeLink | null>(null);
  const make = async () => {
    const body = { district, order };
    const { url, link } = await service.ask('POST /api/vendor-links', { body });
    setMade({ link: url, expiresAt: link.expiresAt });
    await reload();
  };
  return (
    <Section id="links" title={words.links}>
      <p className="detail">{words.linkLead}</p>
      {made !== null && <MadeLink link={made} district={district} />}
      {may('order.place') &&
        (hasOrders ? (
          <AskButton button={words.makeLink} send={make} />
        ) : (
          <p className="notice plain">{words.nothingToTake}</p>
        ))}
      <Await state={state} retry={reload}>
        {(links) => (
          <List
            of={links.filter((link) => order === null || link.order === order)}
            className="vendor-links"
            none={words.noLinks}
          >
            {(link) => <LinkFacts link={link} />}
          </List>
        )}
      </Await>
    </Section>
  );
}

/** The address, shown this once, with the ways by which a phone can pass it on. */
function MadeLink({ link, district }: { link: OneTimeLink; district: string }) {
  const { words, format } = useConsole(orderWordsIn);
  const nameDistrict = useDistrictName();
  const until = format.moment(link.expiresAt);
  const text = `${words.shareText(nameDistrict(district), until)}\n${link.link}`;
  return (
    <LinkNotice
      link={link}
      words={{ lead: words.giveLink, label: words.linkLabel, until: words.opensUntil(until) }}
    >
      <p className="row">
        <a
          className="button"
          href={`https://wa.me/?text=${encodeURIComponent(text)}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          {words.byWhatsApp}
        </a>
        <a className="button quiet" href={`sms:?body=${encodeURIComponent(text)}`}>
          {words.bySms}
        </a>
      </p>
    </LinkNotice>
  );
}

function LinkFacts({ link }: { link: Answer<'GET /api/vendor-links'>[number] }) {
  const ask = useAsk();
  const may = useMay();
  const { words, format } = useConsole(orderWordsIn);
  const total = link.downloads.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <strong>{link.order === null ? words.forAll : words.forOrder(String(link.order))}</strong>{' '}
      <span className="detail">
        {link.revokedBy === null
          ? words.until(format.moment(link.expiresAt))
          : words.revoked(link.revokedBy)}
        {' · '}
        {link.lastUsedAt === null ? words.unused : words.used(format.moment(link.lastUsedAt))}
      </span>
      <Fold title={words.taken(format.number(total))}>
        <List of={link.downloads} keyOf={({ path, sha256 }) => path + sha256}>
          {({ path, sha256, count }) => (
            <>
              {path.slice(path.lastIndexOf('/') + 1)}
              <code>{sha256.slice(0, 8)}</code>: {format.number(count)}
            </>
          )}
        </List>
      </Fold>
      {may('order.place') && link.revokedBy === null && (
        <AskButton
          button={words.revoke}
          look="link"
          send={ask('POST /api/vendor-links/:id/revoke', { params: { id: link.id } })}
        />
      )}
    </>
  );
}
