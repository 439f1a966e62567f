import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { answersSchema, type NewCampaign } from './new-campaign.ts';

type Field = keyof NewCampaign;
const fields = Object.keys(answersSchema.shape) as Field[];
const toFlag = (field: Field) => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A flag for each question, and a file that answers several. */
export const answerOptions = Object.fromEntries(
  ['answers', ...fields.map(toFlag)].map((name) => [name, { type: 'string' as const }]),
);

/**
 * Takes the answers from file and flags, and asks for the rest where somebody sits at the terminal.
 * @throws with every answer that is missing or wrong
 */
export async function askAnswers(
  values: Readonly<Record<string, string | boolean | undefined>>,
): Promise<NewCampaign> {
  const file = values['answers'];
  const answers: Record<string, unknown> =
    typeof file === 'string' ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const field of fields) answers[field] = values[toFlag(field)] ?? answers[field];
  const missing = fields.filter((field) => answers[field] === undefined);
  if (missing.length > 0 && process.stdin.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    for (const field of missing)
      answers[field] = await terminal.question(`${answersSchema.shape[field].description}: `);
    terminal.close();
  }
  const parsed = answersSchema.safeParse(answers);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const field = String(path[0]) as Field;
    return `  --${toFlag(field)}: ${message}, got ${JSON.stringify(answers[field])}`;
  });
  throw new Error(
    `The answers have ${faults.length} wrong or missing fields:\n${faults.join('\n')}`,
  );
}
