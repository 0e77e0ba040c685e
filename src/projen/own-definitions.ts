// How the commands, KPIs, drills and runbooks of a repository's own come into the lists of ours, in whatever is bundled.
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import type { OwnDefinitions as Definitions } from '../define/own-definitions.ts';
import type { Runbook } from '../runbooks/asking.ts';

/** What the file exports as `own`. */
export type OwnDefinitions = Definitions<Runbook>;

/** What know any of the lists below, and so are bundled anew. */
export const actionsWithDefinitions = ['chatops', 'deploy', 'game-day', 'kpi', 'runbook'] as const;

/** The modules that hold our lists, and what stands in their place. */
const lists: Readonly<Record<string, string>> = {
  'actions/chatops/commands/index': 'export const commands = [...ours.commands, ...(own.commands ?? [])];',
  'drills/index': 'export const drills = [...ours.drills, ...(own.drills ?? [])];',
  'kpis/index': 'export const catalogue = { ...ours.catalogue, kpis: [...ours.catalogue.kpis, ...(own.kpis ?? [])] };',
  'runbooks/index': 'export const runbooks = [...ours.runbooks, ...(own.runbooks ?? [])];',
};

const namespace = 'own-definitions';

/**
 * @param file that exports `own`, absolute
 * @param folder that holds the folders `actions`, `drills`, `kpis` and `runbooks`, absolute
 */
export function withOwnDefinitions({ file, folder }: { readonly file: string; readonly folder: string }): Plugin {
  const added = new Map(Object.entries(lists).map(([path, code]) => [resolve(folder, path), code]));
  const codeOf = (path: string): string | undefined => added.get(path.replace(/\.[jt]s$/, ''));
  return {
    name: namespace,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/index\.[jt]s$/ }, ({ path, resolveDir, namespace: from }) => {
        const full = resolve(resolveDir, path);
        // What stands in the place of a list imports the list itself.
        return from === namespace || codeOf(full) === undefined ? undefined : { path: full, namespace };
      });
      onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        resolveDir: dirname(path),
        contents: [
          `export * from ${JSON.stringify(path)};`,
          `import * as ours from ${JSON.stringify(path)};`,
          `import { own } from ${JSON.stringify(file)};`,
          codeOf(path),
        ].join('\n'),
      }));
    },
  };
}
