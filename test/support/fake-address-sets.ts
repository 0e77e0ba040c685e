// The AddressSets port in memory: whoever writes changes the lock.
import type { AddressSet, AddressSets } from '../../src/ports/address-sets.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface MemoryAddressSets extends Troubled<AddressSets> {
  /** Somebody else writes the set. */
  write(name: string, addresses: readonly string[]): void;
  note(name: string, expiries: Readonly<Record<string, string>>): void;
  setRoomForExpiries(name: string, room: number): void;
  remove(name: string): void;
  /** Right before each of the next writes, somebody else adds such an address. */
  overtakeNext(addresses: readonly string[]): void;
}

export interface AddressSetSetup {
  readonly name: string;
  readonly addresses?: readonly string[];
}

export function memoryAddressSets(
  sets: readonly AddressSetSetup[] = [],
  own: Readonly<Record<string, readonly string[]>> = {},
): MemoryAddressSets {
  let written = 0;
  let overtaking: string[] = [];
  const byName = new Map<string, AddressSet>();
  const found = (name: string): AddressSet => {
    const set = byName.get(name);
    if (!set) throw new Error(`There is no IP set ${name}.`);
    return set;
  };
  const change = (name: string, changed: Partial<AddressSet>): void => void byName.set(name, { ...found(name), ...changed });
  const write = (name: string, addresses: readonly string[]): void => {
    written += 1;
    change(name, { addresses: [...addresses], lock: `lock-${written}` });
  };
  for (const { name, addresses = [] } of sets) {
    const identity = { id: `id-${name}`, arn: `arn:aws:wafv2:ipset/${name}`, name, description: 'Kept' };
    byName.set(name, { ...identity, addresses, lock: 'lock-0', expiries: {}, roomForExpiries: 40 });
  }
  const port: AddressSets = {
    find: async (name) => byName.get(name),
    replace: async ({ name, lock }, addresses) => {
      const [intruder, ...later] = overtaking;
      if (intruder) write(name, [...found(name).addresses, intruder]);
      overtaking = later;
      if (found(name).lock !== lock) return false;
      write(name, addresses);
      return true;
    },
    setExpiry: async ({ name }, address, expiresAt) => {
      const { [address]: earlier, ...expiries } = found(name).expiries;
      const room = found(name).roomForExpiries + (earlier === undefined ? 0 : 1);
      if (expiresAt === undefined) change(name, { expiries, roomForExpiries: room });
      else change(name, { expiries: { ...expiries, [address]: expiresAt }, roomForExpiries: room - 1 });
    },
    ownAddresses: async (prefix) => own[prefix] ?? [],
  };
  return {
    ...troubled(port),
    write,
    note: (name, expiries) => change(name, { expiries }),
    setRoomForExpiries: (name, roomForExpiries) => change(name, { roomForExpiries }),
    remove: (name) => void byName.delete(name),
    overtakeNext: (addresses) => {
      overtaking = [...addresses];
    },
  };
}
