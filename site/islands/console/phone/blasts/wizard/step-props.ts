import type { BlastDetail } from '../../../../../../messaging/contract/phone/blasts.ts';
import type { GatewayAnswer } from '../../../../../../messaging/contract/phone/gateways.ts';
import type { TextsAnswer } from '../../../../../../messaging/contract/phone/templates.ts';
import type { DraftForm } from './draft-form.ts';
import type { Faults } from './form-faults.ts';

export interface StepProps {
  form: DraftForm;
  change: (change: Partial<DraftForm>) => void;
  faults: Faults;
  texts: TextsAnswer;
  gateways: readonly GatewayAnswer[];
  today: string;
  draft: BlastDetail | null;
}
