import { codeUses } from '../../../../../campaigns/links/code-shares.ts';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import type { CodeHoldingView } from '../../../../../messaging/scanning/short-codes/code-shares-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { codeWordsIn } from './code-words.ts';
import { ShareForm } from './ShareForm.tsx';
import { useOfficeName } from './use-office-name.ts';

/** How many of its short codes each office has used; HQ sets how many each may use. */
export function CodesView() {
  const { language } = useConsole();
  const words = codeWordsIn(language);
  const me = useMe();
  const { state, reload } = useLoad('GET /api/code-shares');
  const sets = rolesFor('code-share.set').includes(me.role);
  return (
    <>
      <p>{words.lead}</p>
      {!sets && <p>{words.ask}</p>}
      <Await state={state} retry={reload}>
        {(holdings) => (
          <>
            <HoldingTable holdings={holdings} isOwn={me.role === 'district'} />
            {sets && <ShareForm holdings={holdings} onSet={reload} />}
          </>
        )}
      </Await>
    </>
  );
}

/** Offices that took codes or whose share was raised; the fullest first. A district sees its holdings in any case. */
function HoldingTable({ holdings, isOwn }: { holdings: CodeHoldingView[]; isOwn: boolean }) {
  const { language } = useConsole();
  const words = codeWordsIn(language);
  const nameOffice = useOfficeName();
  const figure = (count: number) => formatNumber(count, language);
  const offices = [...new Set(holdings.map(({ office }) => office))].map(
    (office) => [office, holdings.filter((each) => each.office === office)] as const,
  );
  const fullness = (holdings: CodeHoldingView[]) =>
    Math.max(...holdings.map(({ used, share }) => used / share));
  const rows = offices
    .filter(
      ([, holdings]) =>
        isOwn || holdings.some(({ used, share, least }) => used > 0 || share > least),
    )
    .toSorted(([, a], [, b]) => fullness(b) - fullness(a));
  if (rows.length === 0) return <p className="notice plain">{words.none}</p>;
  return (
    <table className="figures-table">
      <thead>
        <tr>
          <th scope="col">{words.office}</th>
          {codeUses.map((use) => (
            <th key={use} scope="col">
              {words.uses[use]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([office, holdings]) => (
          <tr key={office ?? ''}>
            <th scope="row">{nameOffice(office)}</th>
            {holdings.map(({ use, used, share, low }) => (
              <td key={use}>
                {words.usedOf(figure(used), figure(share))}
                {low && <span className="state rejected late">{words.low}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
