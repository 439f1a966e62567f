// The package has no types of its own; of its interface this is what the tests use.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  export interface Context {
    oidc: {
      provider: Provider;
      client: { clientId: string };
      session: { accountId: string };
    };
  }

  export default class Provider {
    constructor(issuer: string, configuration: object);
    on(event: string, listener: (...args: unknown[]) => void): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
    ): Promise<void>;
    Grant: new (options: {
      clientId: string;
      accountId: string;
    }) => Grant;
    Client: {
      find(
        id: string,
      ): Promise<
        { backchannelLogout(subject: string, session: string): Promise<void> } | undefined
      >;
    };
  }
}

declare module 'oidc-provider/lib/adapters/memory_adapter.js' {
  export default class InMemory {}
}
