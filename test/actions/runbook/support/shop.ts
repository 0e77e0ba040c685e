// A shop to run runbooks on: shelves that take time to fill, a ledger that books once a token, and a door that nobody can close again.
import { count, text } from '../../../../src/define/fields.ts';
import { runbooksOver } from '../../../../src/define/runbook.ts';
import type { RunbookPorts } from '../../../../src/ports/runbook-ports.ts';
import type { Runbook } from '../../../../src/runbooks/asking.ts';
import type { ManualClock } from '../../../support/manual-clock.ts';
import { type Troubled, troubled } from '../../../support/troubles.ts';

export interface ShopPort {
  shelf(name: string): Promise<{ readonly wanted: number; readonly there: number }>;
  want(name: string, wanted: number): Promise<void>;
  /** Once a token. */
  book(amount: number, token: string): Promise<void>;
  balance(): Promise<number>;
}

export interface Shop extends Troubled<ShopPort> {
  state(): { readonly bread: number; readonly milk: number; readonly balance: number };
  /** What was wanted of it never comes. */
  blocked: boolean;
}

export function openShop(clock: ManualClock, { secondsToFill = 12 } = {}): Shop {
  const wanted = new Map([
    ['bread', 2],
    ['milk', 3],
  ]);
  const there = new Map(wanted);
  const booked = new Map<string, number>();
  const balance = (): number => [...booked.values()].reduce((sum, amount) => sum + amount, 0);
  const shop: Shop = {
    ...troubled<ShopPort>({
      shelf: async (name) => ({ wanted: wanted.get(name) ?? 0, there: there.get(name) ?? 0 }),
      want: async (name, amount) => {
        wanted.set(name, amount);
        if (!shop.blocked) clock.in(secondsToFill, () => void there.set(name, wanted.get(name) ?? 0));
      },
      book: async (amount, token) => void booked.set(token, amount),
      balance: async () => balance(),
    }),
    state: () => ({ bread: there.get('bread') ?? 0, milk: there.get('milk') ?? 0, balance: balance() }),
    blocked: false,
  };
  return shop;
}

export const untouched = { bread: 2, milk: 3, balance: 0 };
export const stocked = { bread: 6, milk: 8, balance: 40 };

interface ShopPorts {
  readonly shop: ShopPort;
}

const inputs = { bread: { kind: 'number', least: 1, most: 9, about: 'Loaves', example: '6' } } as const;
const { runbook, step } = runbooksOver<ShopPorts>()(inputs);

const shelfStep = (name: 'bread' | 'milk', amount: number) =>
  step<{ readonly wanted: number }>({
    id: `stock-${name}`,
    title: `Stock ${name}`,
    about: `Wants more ${name}.`,
    timeoutSeconds: 60,
    retries: 2,
    before: { wanted: count },
    plan: async ({ ports, inputs: { bread } }) => {
      const { wanted } = await ports.shop.shelf(name);
      const to = name === 'bread' ? bread : amount;
      if (wanted === to) return { kind: 'nothing', why: `there are ${to} already` };
      return { kind: 'change', changes: [{ what: name, from: String(wanted), to: String(to) }], before: { wanted } };
    },
    run: ({ ports, inputs: { bread } }) => ports.shop.want(name, name === 'bread' ? bread : amount),
    verify: async ({ ports }) => {
      const { wanted, there } = await ports.shop.shelf(name);
      return there === wanted
        ? { kind: 'yes', words: `${there} are there` }
        : { kind: 'not-yet', words: `${there} of ${wanted} are there` };
    },
    compensate: {
      about: `Wants as much ${name} as before.`,
      timeoutSeconds: 60,
      run: ({ ports }, { wanted }) => ports.shop.want(name, wanted),
      verify: async ({ ports }, before) => {
        const { there } = await ports.shop.shelf(name);
        return there === before.wanted
          ? { kind: 'yes', words: `${there} are there` }
          : { kind: 'not-yet', words: `${there} are there` };
      },
    },
  });

const bookStep = step<{ readonly token: string; readonly balance: number }>({
  id: 'book',
  title: 'Book what it costs',
  about: 'Books it once.',
  timeoutSeconds: 30,
  retries: 1,
  before: { token: text, balance: { ...count } },
  plan: async ({ ports, token }) => {
    const balance = await ports.shop.balance();
    return {
      kind: 'change',
      changes: [{ what: 'balance', from: `${balance}`, to: `${balance + 40}` }],
      before: { token, balance },
    };
  },
  run: ({ ports, token }) => ports.shop.book(40, token),
  verify: async ({ ports }, { balance }) => {
    const is = await ports.shop.balance();
    return is === balance + 40
      ? { kind: 'yes', words: `the balance is ${is}` }
      : { kind: 'never', words: `the balance is ${is}` };
  },
  compensate: {
    about: 'Books nothing for it.',
    timeoutSeconds: 30,
    run: ({ ports, token }) => ports.shop.book(0, token),
    verify: async ({ ports }, { balance }) => {
      const is = await ports.shop.balance();
      return is === balance ? { kind: 'yes', words: `the balance is ${is}` } : { kind: 'never', words: `the balance is ${is}` };
    },
  },
});

const definition = runbook({
  id: 'stock-up',
  title: 'Stock up',
  about: 'Fills the shelves, and books it.',
  when: ['When people buy more than there is.'],
  symptoms: ['cpu'],
  risk: 'low',
  permission: 'write',
  calls: { reads: ['shop:Look'], writes: { 'shop:Change': 'service' } },
  target: () => 'corner-shop',
  check: async ({ ports, inputs: { bread } }) => {
    const { there } = await ports.shop.shelf('bread');
    return there === 0 ? [{ what: `There is no bread, so ${bread} cannot be had.`, next: 'Bake some.' }] : [];
  },
  steps: [shelfStep('bread', 6), shelfStep('milk', 8), bookStep],
  settleSeconds: 60,
});

/** Over ports of its own, which no other runbook knows. */
export const stockUp = definition as unknown as Runbook;

export function portsOf(shop: ShopPort): RunbookPorts {
  return { shop } as unknown as RunbookPorts;
}

export function changed(changes: Partial<Runbook>): Runbook {
  return { ...stockUp, ...changes };
}
