import type { BlastDetail } from '../../../../../../messaging/phone/blasts/blasts-schemas.ts';
import type { TextsAnswer } from '../../../../../../messaging/phone/blasts/template-routes.ts';
import type { GatewayAnswer } from '../../../../../../messaging/phone/gateways/routes.ts';
import type { DraftForm } from './draft-form.ts';
import type { Faults } from './form-faults.ts';

/** The fields of one row of a draft. */
export interface EditorProps {
  form: DraftForm;
  change: (change: Partial<DraftForm>) => void;
  faults: Faults;
  texts: TextsAnswer;
  gateways: readonly GatewayAnswer[];
  today: string;
  /** As the service keeps it; null until it has what is needed. */
  draft: BlastDetail | null;
  /** The fields hold more than the service has counted. */
  isDirty: boolean;
  /** Nothing keeps it from being kept. */
  isComplete: boolean;
}

export interface DraftProps {
  texts: TextsAnswer;
  gateways: readonly GatewayAnswer[];
  today: string;
  /** First values of the fields. */
  begin: DraftForm;
  /** The draft as the service keeps it; null until it has what is needed. */
  kept: BlastDetail | null;
  onKept: (saved: BlastDetail) => void;
  reload: () => Promise<void>;
}
