import type { ShownObligation } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { formatDay, formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';

/** A figure as it is read; a dash where it was not given. */
export function FigureText({
  figure: { kind },
  value,
}: {
  figure: Pick<ShownObligation['figures'][number], 'kind'>;
  value: number | string | undefined;
}) {
  const { language } = useConsole();
  if (value === undefined) return '–';
  if (typeof value === 'string') return formatDay(value, language);
  return `${kind === 'money' ? '₹ ' : ''}${formatNumber(value, language)}`;
}
