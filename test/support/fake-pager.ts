// The Pager port in memory: who was paged, and with what.
import type { Page, Pager } from '../../src/ports/pager.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface MemoryPager extends Troubled<Pager> {
  readonly pages: readonly Page[];
}

export function memoryPager(): MemoryPager {
  const pages: Page[] = [];
  return { ...troubled<Pager>({ page: async (page) => void pages.push(page) }), pages };
}
