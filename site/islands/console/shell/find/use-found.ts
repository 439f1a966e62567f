import { useEffect, useState } from 'react';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { find } from './found.ts';

export type Answer = Awaited<ReturnType<typeof find>>;

const typingPauseMs = 250;

/** Searches for the text once typing pauses; null while it searches. */
export function useFound(text: string): Answer | null {
  const { language, words, districts, service } = useConsole();
  const me = useMe();
  const [answer, setAnswer] = useState<{ text: string; value: Answer } | null>(null);
  useEffect(() => {
    if (text.trim() === '') return;
    let current = true;
    const timer = setTimeout(async () => {
      const value = await find(text, { me, language, words, districts, service });
      // An earlier text may be answered later than this one.
      if (current) setAnswer({ text, value });
    }, typingPauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, me, language, words, districts, service]);
  return answer?.text === text ? answer.value : null;
}
