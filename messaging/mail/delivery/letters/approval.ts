import {
  type ApprovalCase,
  approvalText,
  decideLabel,
} from '../../../../campaigns/words/letters/approval-words.ts';
import type { LetterContent } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

export type ApprovalFacts = ApprovalCase & { consoleUrl: string };

/** Something waits for the officer's approval. */
export function approvalLetter(facts: ApprovalFacts, voice: Voice): LetterContent {
  const { language } = voice;
  const { subject, sentence } = approvalText(facts)[language];
  return frame({
    voice,
    subject,
    unsubscribe: true,
    parts: [
      { kind: 'text', text: sentence },
      { kind: 'button', label: decideLabel[language], href: facts.consoleUrl },
    ],
  });
}
