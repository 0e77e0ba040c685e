// Opens a port when the first of its methods is called: a run loads no client of what it does not use.

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** @param open a port all of whose methods take their time anyway. What it throws, the call throws. */
export function lazily<Port extends object>(open: () => Promise<Port>): Port {
  let opened: Promise<Port> | undefined;
  const callOf =
    (name: string): Method =>
    async (...args) => {
      opened ??= open();
      return ((await opened) as Readonly<Record<string, Method>>)[name]?.(...args);
    };
  // Nobody may take it for a promise.
  return new Proxy({} as Port, {
    get: (_target, name) => (typeof name === 'string' && name !== 'then' ? callOf(name) : undefined),
  });
}
