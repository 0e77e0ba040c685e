// Faults that a rehearsal or a test puts into the GitHub double: which requests they hit, and what happens to these.

export interface Fault {
  /** Any method when left out. */
  readonly method?: string;
  /** Of the path with its query; any when left out. */
  readonly path?: RegExp;
  /** How many requests it hits; one when left out. */
  readonly times?: number;
  readonly effect: Effect;
}

export type Effect =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
      /** The request is carried out nonetheless: what a timeout behind a gateway looks like. */
      readonly afterwards?: boolean;
    }
  /** The connection breaks, before or after the request was carried out. */
  | { readonly kind: 'drop'; readonly afterwards: boolean }
  /** It breaks in the middle of the answer. */
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** Something else happens right before the request is carried out. */
  | { readonly kind: 'meanwhile'; readonly act: () => void };

export interface Faults {
  inject(fault: Fault): void;
  /** The first one that hits the request; it counts. */
  take(method: string, path: string): Effect | undefined;
}

export function createFaults(): Faults {
  let pending: readonly (Fault & { readonly left: number })[] = [];
  return {
    inject: (fault) => {
      pending = [...pending, { ...fault, left: fault.times ?? 1 }];
    },
    take: (method, path) => {
      const hit = pending.find((fault) => (fault.method ?? method) === method && (fault.path ?? /^/).test(path));
      if (hit === undefined) return undefined;
      pending = pending.flatMap((fault) => {
        if (fault !== hit) return [fault];
        return fault.left > 1 ? [{ ...fault, left: fault.left - 1 }] : [];
      });
      return hit.effect;
    },
  };
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits */
export function secondaryLimit(retryAfterSeconds: number): Effect {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  return { kind: 'answer', status: 403, message, headers: { 'retry-after': String(retryAfterSeconds) } };
}
