import { closedCodes } from '../../../../../messaging/scanning/closed-codes/closed-codes-feature.ts';
import { useMe } from '../../ui/console-context.ts';
import { FoldedFeature } from '../../ui/feature/FeatureView.tsx';

/** Codes that lead to no app, of the own district or of all. */
export function ClosedCodes() {
  const { role } = useMe();
  return (
    <FoldedFeature
      of={closedCodes}
      open
      offers={(entry) => entry.role === role}
      row={({ code, remark, closedBy }, text) => (
        <>
          <strong>{code}</strong>
          <br />
          <span className="detail">
            {[text.reason, closedBy, text.closedAt, `“${remark}”`].join(' · ')}
          </span>
        </>
      )}
    />
  );
}
