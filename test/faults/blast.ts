import { sendThroughFaults } from '../messaging/phone/sending/blast-faults-run.ts';

const messages = 20_000;
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);
const result = await sendThroughFaults({
  messages,
  kills: 30,
  seed,
  limitMs: 900_000,
  tell: (line) => console.log(line),
});
console.log(JSON.stringify(result));
const { emulator, ledger } = result;
const { accepted = 0, delivered = 0 } = ledger;
const told = accepted + delivered;
const holds =
  emulator.messages === messages &&
  emulator.recipients === messages &&
  emulator.most === 1 &&
  told === messages;
console.log(holds ? 'exactly one message each' : 'LOST OR DOUBLED');
process.exit(holds ? 0 : 1);
