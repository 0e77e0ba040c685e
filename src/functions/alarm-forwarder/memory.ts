// What the function remembers between its runs, in one table of DynamoDB: what GitHub was told, and how often it was asked.
import { type Claims, openClaims, type TableWorld } from './claims.ts';
import { openPace, type Pace } from './pace.ts';

export interface Memory extends Claims, Pace {}

export interface MemoryWorld extends TableWorld {
  readonly cooldownSeconds: number;
}

export function openMemory(world: MemoryWorld): Memory {
  return { ...openClaims(world), ...openPace(world) };
}
