/**
 * Ends this process, as SIGTERM does, when the one that started it with an `ipc` channel is gone, even by SIGKILL: nobody is
 * left to end it. Without a channel it does nothing.
 */
export function endWithParent(): void {
  if (process.channel === undefined || process.channel === null) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // A process with nothing left to do ends by itself.
  process.channel.unref();
}
