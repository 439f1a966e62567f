// An SMSC that takes everything at once, in a process of its own; it says its port and then how much it took.
import { startSmsc } from '../../messaging/phone/gateways/smpp/smsc.ts';

const smsc = await startSmsc();
process.on('message', () => {
  process.send?.({ taken: smsc.taken.length });
  smsc.taken.length = 0;
});
process.on('disconnect', () => process.exit());
process.send?.({ port: smsc.port });
