// Stands between the processes of actions and a double, and lets requests go wrong on their way.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { callOf, isTerraform, kindOf, type Request } from './calls.ts';
import { decideFault, type Fault, type FaultPlan, isTrouble, reaches } from './decide.ts';
import { forward, respond } from './respond.ts';

export interface FaultProxyOptions {
  /** Whom it stands before, for people: `GitHub`. */
  readonly name: string;
  /** The double's address. */
  readonly upstream: string;
  readonly plan: FaultPlan;
}

/** What became of one request. */
export interface ProxiedRequest {
  readonly kind: string;
  /** The how manieth of its kind, from 0. */
  readonly index: number;
  readonly fault?: Fault;
  /** Of the double's answer; none where the request did not arrive. */
  readonly status?: number;
}

export interface FaultProxy {
  readonly name: string;
  readonly url: string;
  /** In their order, without those that were let pass because they are Terraform's. */
  readonly requests: readonly ProxiedRequest[];
  close(): Promise<void>;
}

/** AWS does not know which attempts are of the same call; the emulator would. */
function withoutInvocation({ headers: { 'amz-sdk-invocation-id': _, ...headers }, ...request }: Request): Request {
  return { ...request, headers };
}

export async function openFaultProxy({ name, upstream, plan }: FaultProxyOptions): Promise<FaultProxy> {
  const requests: ProxiedRequest[] = [];
  const counts = new Map<string, number>();
  const inARow = new Map<string, number>();

  const judge = (asked: Request): Omit<ProxiedRequest, 'status'> => {
    const [kind, call] = [kindOf(asked), callOf(asked)];
    const index = counts.get(kind) ?? 0;
    const fault = decideFault(plan, { kind, index, inARow: inARow.get(call) ?? 0 });
    counts.set(kind, index + 1);
    inARow.set(call, isTrouble(fault) ? (inARow.get(call) ?? 0) + 1 : 0);
    return { kind, index, ...(fault && { fault }) };
  };
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const asked = { method, path, headers, body: await buffer(incoming) };
    const ask = (request: Request) => forward(upstream, `http://${headers.host}`, request);
    if (isTerraform(headers)) return respond(outgoing, undefined, await ask(asked));
    const { fault, ...facts } = judge(asked);
    const answer = reaches(fault) ? await ask(withoutInvocation(asked)) : undefined;
    requests.push({ ...facts, ...(fault && { fault }), ...(answer && { status: answer.status }) });
    await respond(outgoing, fault, answer);
  };

  const server = createServer((incoming, outgoing) => {
    // The double is gone, or who asked is: both see a connection that ends.
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    name,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
