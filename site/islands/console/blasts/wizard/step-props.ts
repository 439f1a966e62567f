import type { BlastDetail } from '../../../../../messaging/contract/blasts.ts';
import type { GatewayAnswer } from '../../../../../messaging/contract/gateways.ts';
import type { TextsAnswer } from '../../../../../messaging/contract/templates.ts';
import type { DraftForm } from './draft-form.ts';
import type { Faults } from './form-faults.ts';

/** What every step works with. */
export interface StepProps {
  form: DraftForm;
  change: (change: Partial<DraftForm>) => void;
  faults: Faults;
  texts: TextsAnswer;
  gateways: readonly GatewayAnswer[];
  today: string;
  draft: BlastDetail | null;
}
