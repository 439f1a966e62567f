import type { IncomingMessage, ServerResponse } from 'node:http';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Some two milliseconds of work. */
const perTurn = 4;

/**
 * Hands on a few requests in each turn of the event loop, so that scans that come in meanwhile are read and answered between
 * them: hundreds at once would hold the loop for as long as all of them take. What was broken off is not begun.
 */
export function inTurns(handle: Handler): Handler {
  const waiting: [IncomingMessage, ServerResponse][] = [];
  let begun = 0;

  function nextTurn(): void {
    begun = 0;
    while (begun < perTurn) {
      const next = waiting.shift();
      if (next === undefined) break;
      const [request, response] = next;
      if (response.destroyed) continue;
      begun += 1;
      handle(request, response);
    }
    // As long as something was begun in this turn, what comes in it is counted.
    if (begun > 0) setImmediate(nextTurn);
  }

  return (request, response) => {
    if (begun === 0) setImmediate(nextTurn);
    if (begun >= perTurn) {
      waiting.push([request, response]);
      return;
    }
    begun += 1;
    handle(request, response);
  };
}
