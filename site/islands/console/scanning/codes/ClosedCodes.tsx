import { closedCodes } from '../../../../../messaging/scanning/closed-codes/closed-codes-feature.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { FeatureEntries } from '../../ui/feature/FeatureView.tsx';
import { useEntries, useSay, useSayValue } from '../../ui/feature/use-feature.ts';

const { fields } = closedCodes;

/** Codes that lead to no app, of the own district or of all. */
export function ClosedCodes() {
  const { format } = useConsole();
  const { role } = useMe();
  const say = useSay();
  const sayValue = useSayValue();
  const { state, reload } = useEntries(closedCodes);
  // The page is about the boards: it does not wait for this, nor fail with it.
  if (state.kind !== 'loaded') return null;
  return (
    <details className="due-boards">
      <summary>
        {say(closedCodes.title)}: {format.number(state.value.length)}
      </summary>
      <FeatureEntries
        of={closedCodes}
        state={state}
        reload={reload}
        open
        offers={(entry) => entry.role === role}
        row={({ code, reason, remark, closedBy, closedAt }) => (
          <>
            <strong>{code}</strong>
            <br />
            <span className="detail">
              {[
                sayValue(fields.reason, reason),
                closedBy,
                sayValue(fields.closedAt, closedAt),
              ].join(' · ')}{' '}
              · “{remark}”
            </span>
          </>
        )}
      />
    </details>
  );
}
