// Tells somebody of every call of a client before it is sent, in the words of IAM: what may not be called is never sent.
import type { Call } from '../../define/runbook.ts';
import type { CallGuard } from '../../ports/runbook-ports.ts';

/** As much of a client of the SDK as is needed; each has its own types of what it sends. */
interface Client {
  readonly middlewareStack: {
    // biome-ignore lint/suspicious/noExplicitAny: the next handler's type differs from client to client, and nothing of it is used here.
    add(middleware: (next: any, context: { readonly commandName?: string }) => any, options: object): void;
  };
}

/**
 * @param service its prefix in IAM: `ecs`
 * @param names of calls that IAM names otherwise: `{ UpdateStage: 'PATCH' }`
 * @returns the same client
 */
export function guarded<C extends Client>(
  client: C,
  service: string,
  { onCall }: { readonly onCall?: CallGuard },
  names: Readonly<Record<string, string>> = {},
): C {
  if (!onCall) return client;
  client.middlewareStack.add(
    (next: (args: unknown) => unknown, context) => (args: unknown) => {
      const name = (context.commandName ?? '').replace(/Command$/, '');
      onCall(`${service}:${names[name] ?? name}` as Call);
      return next(args);
    },
    { step: 'initialize', name: 'guardCalls', override: true },
  );
  return client;
}
