// How the actions are bundled: what is made of them, and what is in it, come from the same settings.
import type { BuildOptions, Plugin } from 'esbuild';
import { contracts } from '../actions/contracts.ts';

/**
 * undici takes 20 ms to load and comes with @actions/core, which needs it for nothing that we use: loaded when it is called.
 */
const lazyUndici: Plugin = {
  name: 'lazy-undici',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^undici$/ }, ({ kind, resolveDir }) => {
      // Not every package manager puts it where the folder that we run in finds it: whoever imports it does.
      return kind === 'require-call' ? undefined : { path: 'undici', namespace: 'lazy-undici', pluginData: resolveDir };
    });
    onLoad({ filter: /.*/, namespace: 'lazy-undici' }, ({ pluginData }) => ({
      resolveDir: String(pluginData),
      contents: [
        'let loaded;',
        'const undici = () => (loaded ??= require("undici"));',
        'export class ProxyAgent { constructor(...args) { return new (undici().ProxyAgent)(...args); } }',
      ].join('\n'),
    }));
  },
};

const entries = contracts.flatMap(({ name, ...contract }) => [
  { in: `src/actions/${name}/main.ts`, out: name },
  ...('post' in contract ? [{ in: `src/actions/${name}/post.ts`, out: `${name}-post` }] : []),
]);

export const actionBundles = {
  entryPoints: entries,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [lazyUndici],
  // Some dependencies are CommonJS and call `require` for Node's own modules.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
} as const satisfies BuildOptions;
