import type { View } from '../islands/console/ui/views.ts';

/** Pages of the manual, one for each kind of reader; a range reads what a zone does. */
export const manualPages = [
  'district',
  'zone',
  'hq',
  'pro-dgp',
  'branch',
  'admin',
  'vendor',
] as const;
export type ManualPage = (typeof manualPages)[number];

/** Something done on the Hindi console; a name is the beginning of what a button, link or field is called there. */
export type Act =
  | { press: string }
  | { fill: string; with: string }
  | { choose: string; option: string }
  | { look: string };

export interface Step {
  /** Words between “ and ” are on the screen like that. */
  hi: string;
  en: string;
  act?: Act | readonly Act[];
  /** A picture with a ring around the last thing that the step names: before it is pressed, after it is filled in. */
  picture?: true;
}

export interface Task {
  /** Its place in the page: the view's name for the first task of a view, which the console's “?” leads to. */
  id: string;
  /** The view of the console that it is done in; a printer and who is not signed in have none. */
  view: View | null;
  hi: string;
  en: string;
  /** Query behind the view's address when the task begins. */
  query?: string;
  steps: readonly Step[];
}

/** Name of the picture of a step, without its ending. */
export function pictureName(page: ManualPage, { id }: Task, step: number): string {
  return `${page}-${id}-${step + 1}`;
}
