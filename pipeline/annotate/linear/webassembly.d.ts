// Node has WebAssembly; the types of its version 20 name it without saying what it holds.
declare namespace WebAssembly {
  const Module: new (bytes: Uint8Array) => Module;
  const Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  const Instance: new (
    module: Module,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => {
    readonly exports: Readonly<Record<string, unknown>>;
  };
}
