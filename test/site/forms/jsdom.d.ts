// The package has no types of its own; of its interface this is what the tests use.
declare module 'jsdom' {
  export class VirtualConsole {
    on(event: 'jsdomError', listener: (error: Error & { type: string }) => void): void;
  }
  export class JSDOM {
    constructor(
      html: string,
      options?: { url: string; pretendToBeVisual: boolean; virtualConsole: VirtualConsole },
    );
    readonly window: Window & typeof globalThis;
  }
}

declare module 'jsdom/lib/generated/idl/utils.js' {
  /** Finds what is behind an object of the document. */
  const idl: { implForWrapper(wrapper: object): object };
  export default idl;
}
