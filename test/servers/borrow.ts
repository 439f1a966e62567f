import { inject } from 'vitest';

type Loan = 'database' | 'empty-database' | 'redis' | 'browser' | 'embedded';

/** Asks the keeper of the run for a URL or a folder; the first loan of a kind starts its server. */
export async function borrow(loan: Loan): Promise<string> {
  const answer = await fetch(`${inject('keeperUrl')}/${loan}`);
  if (!answer.ok) throw new Error(`Expected ${loan} of the run's servers: ${await answer.text()}`);
  return (await answer.json()) as string;
}
