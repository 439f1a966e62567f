import { connect, createServer } from 'node:net';

// Carries connections between two network namespaces, which a Unix socket's path crosses. As a program it runs in the other
// one; its argument lists what leads where: a port, or the path of a socket.

type Place = number | string;

const address = (place: Place) =>
  typeof place === 'number' ? { port: place, host: '127.0.0.1' } : { path: place };

/** Resolves once it listens, with what ends it. */
export function relay(listen: Place, to: Place): Promise<() => void> {
  const server = createServer({ allowHalfOpen: true }, (from) => {
    const onward = connect({ ...address(to), allowHalfOpen: true });
    from.pipe(onward).pipe(from);
    from.once('error', () => onward.destroy());
    onward.once('error', () => from.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ ...address(listen), backlog: 4096 }, () => resolve(() => server.close()));
  });
}

const [list] = process.argv.slice(2);
if (import.meta.main && list !== undefined) {
  const places = JSON.parse(list) as { listen: Place; connect: Place }[];
  await Promise.all(places.map(({ listen, connect: to }) => relay(listen, to)));
  console.log('ready');
}
