// What every action does that performs a command: once and journalled if a comment asked for it, or just as it is.
import { parseLeg } from './legs.ts';
import { type OnceWorld, performOnce } from './once.ts';

/**
 * @param command the action's input of that name; empty when no comment asked for it
 * @returns nothing when it has been done already
 */
export function performCommand<T>(world: OnceWorld, command: string | undefined, body: () => Promise<T>): Promise<T | undefined> {
  return command === undefined ? body() : performOnce(world, parseLeg(command), body);
}
