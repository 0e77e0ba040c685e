// Bad days for a fake of a port: its next calls fail as those of AWS do, and every call is written down.
import { explain } from '../../src/adapters/aws/refusals.ts';
import type { Failure } from '../../src/define/failure.ts';

export interface Call {
  readonly method: string;
  readonly args: readonly unknown[];
}

export interface Troubles<Port> {
  /** Every call so far, those that failed, too. */
  readonly calls: readonly Call[];
  /** The next calls of that method fail, and change nothing. */
  failNext(method: keyof Port & string, error: unknown, times?: number): void;
  /** From now on every call of every method fails; until nothing is given. */
  failAll(error: unknown): void;
}

export type Troubled<Port> = Port & Troubles<Port>;

type Method = (...args: unknown[]) => Promise<unknown>;

export function troubled<Port extends object>(port: Port): Troubled<Port> {
  const calls: Call[] = [];
  const waiting = new Map<string, unknown[]>();
  let always: unknown;
  const methods = Object.entries(port as Record<string, Method>).map(([method, answer]) => {
    const watched: Method = async (...args) => {
      calls.push({ method, args });
      const error = always ?? waiting.get(method)?.shift();
      if (error !== undefined) throw error;
      return answer(...args);
    };
    return [method, watched] as const;
  });
  return {
    ...(Object.fromEntries(methods) as Port),
    calls,
    failNext: (method, error, times = 1) => {
      waiting.set(method, [...(waiting.get(method) ?? []), ...Array.from({ length: times }, () => error)]);
    },
    failAll: (error) => {
      always = error;
    },
  };
}

/** What the adapters throw when AWS throttles for longer than they try. */
export const throttled = (): Failure => refusal('ThrottlingException', 'Rate exceeded');

/** What they throw when the hour of the credentials is over. */
export const expired = (): Failure => refusal('ExpiredTokenException', 'The security token included in the request is expired');

export const denied = (): Failure => refusal('AccessDeniedException', 'User is not authorized to perform this action');

/** What they throw when AWS itself is in trouble. */
export const unavailable = (): Failure => refusal('ServiceUnavailableException', 'Service is unavailable');

export const unreachable = (): Failure => refusal('Error', 'connect ECONNREFUSED 203.0.113.1:443');

function refusal(name: string, message: string): Failure {
  return explain({ what: 'ask AWS', permission: 'service:Action' }, Object.assign(new Error(message), { name }));
}
